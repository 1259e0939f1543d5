using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Gives everybody, a channel or some people a day off, so that nobody is asked or waited for then.</summary>
[Command("online holiday", "Add a day off (admins), or list them", Example = "online holiday 24 december Christmas Eve")]
public sealed partial record AddHoliday(
    [Arg("The date and the name", Name = "list|date name for #channel|@person", Rest = true, Ids = true, Max = 500)] string? What = null) : ICommand
{
    public const int Most = 500;

    private const int LongestName = 100;
    private const int MostShown = 20;
    private const int MostWordsOfDate = 8;
    private const int KeptDays = 400;
    private const string Example = "online holiday 24 december Christmas Eve for #team";

    public sealed class Handler(IEnumerable<IChannelBound> features) : ICommandHandler<AddHoliday>
    {
        public async Task<Reply> Handle(AddHoliday command, Turn turn)
        {
            var text = command.What?.Trim() ?? "";
            if (text.Length == 0 || List().Match(text) is { Success: true })
                return await Listed(turn, List().Match(text).Groups["from"].Value.Trim());
            var (what, whom, refused) = await Split(turn, text);
            if (!turn.Caller.IsAdmin && !await LooksAfter(turn, whom))
            {
                return Reply.Refuse($"Only admins can add days off, and whoever made a channel’s check-in for that channel; "
                    + $"{new Typed("async settings")} names the admins. To see the days off: {new Typed("online holiday list")}");
            }

            if (refused is not null)
                return refused;
            var (date, name, wrong) = ReadDay(turn, what);
            if (date is not { } day)
                return Reply.Refuse($"{wrong} Try: {new Typed(Example)}");
            if (Blank.Is(name))
                return Reply.Refuse($"The name is missing. Try: {new Typed($"online holiday {Clock.Iso(day)} Company day")}");
            if (Range().IsMatch(name))
                return Reply.Refuse($"A day off is one day; add each of them. Try: {new Typed(Example)}");
            if (Someone().Match(name) is { Success: true } someone)
                return Reply.Refuse($"Is it for {Picked.Names(someone.Value.Trim())}? That stands at the end, behind “for”. Try: {new Typed(Example)}");
            if (name.EnumerateRunes().Count() is var length && length > LongestName)
                return Reply.Refuse($"A name can have at most {LongestName} characters, and this has {length}. Try: {new Typed(Example)}");
            ChannelId? channel = whom.Channels.Count == 0 ? null : whom.Channels[0].Id;
            var people = whom.People.Select(person => person.Id);
            return await Keep(turn, new DayOff(turn.Id, day, name, channel, [.. people], turn.Caller.Person));
        }

        /// <summary>Whether it is for one channel whose people the caller looks after.</summary>
        private async Task<bool> LooksAfter(Turn turn, Whom whom)
        {
            if (whom is not { Channels: [var channel], People.Count: 0 })
                return false;
            foreach (var feature in features)
            {
                if (await feature.LooksAfter(turn, turn.Caller.Person, channel.Id))
                    return true;
            }

            return false;
        }

        private static async Task<Reply> Keep(Turn turn, DayOff day)
        {
            var coming = await turn.Query(DayOff.Type, DayOff.From(turn.Now.InZone(turn.Caller.Zone).Date) with { Take = Most + 1 });
            if (coming.FirstOrDefault(each => IsSame(each.Value, day)) is { } there)
                return Reply.Refuse($"That is there already: {HolidayText.Line(there.Value, there.Value.People)}. See: {new Typed("online holiday list")}");
            if (coming.Count >= Most)
                return Reply.Refuse($"There are {Most} days off to come, which is as many as I keep. Remove one first: {new Typed("online holiday list")}");
            foreach (var old in await turn.Query(DayOff.Type, new Slice("date", "", To: Clock.Iso(turn.Now.InUtc().Date.PlusDays(-KeptDays)))))
                turn.Batch.Delete(DayOff.Type, old.Value.Id, old.Version);
            turn.Create(DayOff.Type, day);
            return Reply.Say($"A day off: {HolidayText.Line(day, day.People)}.");
        }

        private static bool IsSame(DayOff one, DayOff other) => one.Date == other.Date && one.Channel == other.Channel
            && one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase) && one.People.ToHashSet().SetEquals(other.People);

        /// <summary>Takes "for #team" or "for @ana and @ben" off the end, where it names anybody.</summary>
        private static async Task<(string What, Whom Whom, Reply? Refused)> Split(Turn turn, string text)
        {
            var all = Whom.Nobody;
            if (Behind().Match(text) is not { Success: true } match)
                return (text, all, null);
            var (what, words) = (match.Groups["what"].Value.Trim(), match.Groups["whom"].Value.Trim());
            if (Everybody().IsMatch(words))
                return (what, all, null);
            if (!words.Contains(' ') && await turn.ChannelNamed(words) is { } channel)
                return (what, Whom.Nobody with { Channels = [channel] }, null);
            var whom = await Whom.Read(turn, words);
            if (!words.StartsWith('@') && !words.StartsWith('#') && (whom.Unknown.Count > 0 || whom.Unclear is not null))
                return (text, all, null);
            return whom switch
            {
                { Unclear: { } unclear } => (what, whom, unclear.Ask(clear => new AddHoliday($"{what} for {clear}"))),
                { Unknown: [var unknown, ..] } => (what, whom, Reply.Refuse(
                    $"I know nobody and no channel of yours by the name “{Excerpt.Word(unknown)}”. Try: {new Typed(Example)}")),
                { Channels.Count: > 1 } or { Channels.Count: 1, People.Count: > 0 } => (what, whom, Reply.Refuse(
                    $"A day off is for one channel or for some people; add the others as another one. Try: {new Typed(Example)}")),
                _ => (what, whom, null),
            };
        }

        /// <summary>The date is as much of the beginning as can be one.</summary>
        private static (LocalDate? Date, string Name, string Problem) ReadDay(Turn turn, string text)
        {
            text = Picked.Names(text);
            var zone = turn.Caller.Zone;
            var today = turn.Now.InZone(zone).Date;
            var context = new WhenContext(Edges.Start(zone, today.AtMidnight()), zone.Id);
            var ends = EndsOfWords(text).Take(MostWordsOfDate).ToList();
            foreach (var end in ends.AsEnumerable().Reverse())
            {
                var said = text[..end];
                switch (When.ReadWhole(said, context))
                {
                    case Once { IsTimeAssumed: true, IsZoneNamed: true }:
                        continue; // A name may begin like a zone: Samoa Day.
                    case Once { IsTimeAssumed: true } day when !DayParts().IsMatch(said):
                        return (day.Local.Date, text[end..].Trim(), "");
                    case Once or Repeats:
                        return (null, "", $"{Quote.Of(said)} is more than a date; a day off is one whole day.");
                    case NoTime { Choices.Count: > 0 } wrong:
                        return (null, "", wrong.Problem);
                    case NoTime { IsOutOfReach: true } wrong:
                        return (null, "", wrong.Problem);
                }
            }

            var beginning = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(2);
            return (null, "", $"{Quote.Of(string.Join(' ', beginning))} is no date that I can read.");
        }

        private static IEnumerable<int> EndsOfWords(string text)
        {
            for (var at = 1; at <= text.Length; at++)
            {
                if (!char.IsWhiteSpace(text[at - 1]) && (at == text.Length || char.IsWhiteSpace(text[at])))
                    yield return at;
            }
        }

        private static async Task<Reply> Listed(Turn turn, string from)
        {
            var today = turn.Now.InZone(turn.Caller.Zone).Date;
            var first = today;
            if (from.Length > 0)
            {
                var (date, rest, problem) = ReadDay(turn, from);
                if (date is not { } said || rest.Length > 0)
                    return Reply.Refuse($"{(problem.Length > 0 ? problem : $"{Quote.Of(rest)} was not understood.")} Try: {new Typed("online holiday list")}");
                first = said;
            }

            var days = await HolidayText.Seen(turn, first, MostShown + 1);
            var add = turn.Caller.IsAdmin ? (Rich)$"To add one: {new Typed(Example)}" : $"Admins can add some.";
            if (days.Count == 0)
                return first == today ? Reply.Say($"There are no days off to come. {add}") : Reply.Say($"There are no days off from {first} on. {add}");
            var blocks = new List<Block> { new Paragraph($"Days off:") };
            blocks.AddRange(days.Take(MostShown).Select(each => new Section(
                HolidayText.Line(each.Day, each.People), turn.Caller.IsAdmin ? new Button("Remove", new RemoveHoliday(each.Day.Id)) : null)));
            blocks.Add(new Note(add));
            var card = new Card(null, blocks);
            if (days.Count <= MostShown)
                return Reply.Say(card);
            return Reply.Say(card.With(new Button("Later ones", new AddHoliday($"list from {Clock.Iso(days[MostShown].Day.Date)}"))));
        }
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex(@"^list(?:\s+(?:from\s+)?(?<from>.*))?$", Words)]
    private static partial Regex List();

    [GeneratedRegex(@"^(?<what>.*)\sfor\s+(?<whom>.+)$", Words)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?:to|until|till|through|thru|-|–|—)\s", Words)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:^|\s)[#@][^\s#@]+", Words)]
    private static partial Regex Someone();

    [GeneratedRegex(@"^(?:all|everybody|everyone)$", Words)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"\b(?:morning|noon|midday|afternoon|evening|night|tonight|midnight)\b", Words)]
    private static partial Regex DayParts();
}
