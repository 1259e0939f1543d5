using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>A check-in as far as it was said. What is wrong is kept, in a sentence for each part; nothing is guessed.</summary>
/// <param name="example">A line that works in place of the one that does not.</param>
internal sealed class CheckInDraft(Turn turn, string example)
{
    private static readonly LocalTime UsualTime = new(9, 30);

    private Recurrence? _rule;
    private LocalTime? _time;
    private string? _until;
    private Template? _template;
    private readonly Dictionary<Part, Rich> _wrong = [];

    public Turn Turn { get; } = turn;

    public string Name { get; set; } = "";

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public ChannelId? Channel { get; private set; }

    public bool IsForEveryone { get; private set; }

    public IReadOnlyList<PersonId> People { get; private set; } = [];

    /// <summary>Null where nothing was said of it, like all that follows.</summary>
    public Asking? Asking { get; set; }

    public bool? IsLocal { get; set; }

    /// <summary>The zone that was named.</summary>
    public string? Zone { get; set; }

    public Duration? Length { get; private set; }

    /// <summary>Whether nothing but a name was said.</summary>
    public bool IsEmpty => Questions.Count == 0 && !IsWhenSaid && Refusal is null
        && (Channel, Asking, IsLocal, Zone, Length, _until, IsForEveryone, People.Count) == (null, null, null, null, null, null, false, 0);

    public bool IsWhenSaid => _rule is not null || _time is not null;

    /// <summary>A name for what got none.</summary>
    public string UsualName => _rule?.Rule is { Frequency: Frequency.Weekly, ByDay.Count: 1 } ? "Weekly" : Template.All[0].Name;

    /// <summary>What is wrong first; null where nothing is.</summary>
    public Reply? Refusal { get; private set; }

    /// <summary>What is wrong, by the part where it can be mended.</summary>
    public IReadOnlyDictionary<Part, Rich> Wrong => _wrong;

    /// <param name="reply">The refusal, where that is more than a sentence and an example.</param>
    public void Refuse(Part part, Rich what, Reply? reply = null)
    {
        Refusal ??= reply ?? Reply.Refuse($"{what} Try: {new Typed(example)}");
        _wrong.TryAdd(part, what);
    }

    public void Take(Template? template)
    {
        if (template is null)
            return;
        _template = template;
        Name = template.Name;
        Questions = template.Questions;
        Length = template.Open;
    }

    public void Ask(IEnumerable<(string Text, string Note)> questions)
    {
        var asked = new List<Question>();
        foreach (var (text, note) in questions)
        {
            var (question, wrong) = QuestionWords.Read(text, note);
            if (question is null)
                Refuse(Part.Questions, wrong!);
            else
                asked.Add(question);
        }

        if (asked.Count > Question.Most)
            Refuse(Part.Questions, $"A check-in asks at most {Question.Most} questions, and these are {asked.Count}.");
        if (asked.GroupBy(question => question.Text, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            Refuse(Part.Questions, $"It asks “{twice}” twice.");
        Questions = asked;
    }

    public void OpenFor(string length)
    {
        var read = When.ReadDuration(length, new WhenContext(Turn.Now, Turn.Caller.Zone.Id), out var wrong);
        if (read is { } open)
            Length = open;
        else
            Refuse(Part.Open, $"{wrong!.Problem}");
    }

    public void OpenUntil(string time) => _until = time;

    public async Task In(string channel)
    {
        if (await Turn.ChannelNamed(Commands.Picked.IdOf(channel)[1..]) is { } found)
            Channel = found.Id;
        else
            Refuse(Part.Channel, $"You are in no channel {Excerpt.Word(Commands.Picked.NameOf(channel))}.");
    }

    public async Task For(string words, Func<string, ICommand> again)
    {
        if (words.ToLowerInvariant() is "everyone" or "everybody" or "all" or "the channel" or "the team" or "us" or "@channel" or "@here" or "@everyone")
        {
            IsForEveryone = true;
            return;
        }

        var whom = await Whom.Read(Turn, words);
        if (whom.Unclear is { } unclear)
        {
            var people = Rich.Join(" or ", unclear.People.Select(person => (Rich)$"{new Typed($"@{person.Id}")}"));
            Refuse(Part.For, $"“{Excerpt.Word(unclear.Word)}” could be several people: {people}.", unclear.Ask(clear => again($" for {clear}")));
        }

        if (whom.Unknown is [var unknown, ..])
            Refuse(Part.For, $"I know nobody here by the name “{Excerpt.Word(unknown)}”.");
        if (whom.Channels.Count > 0 && (whom.Channels.Count > 1 || whom.People.Count > 0))
            Refuse(Part.For, $"A check-in is for everyone in one channel or for some people.");
        IsForEveryone = whom.Channels.Count == 1;
        if (IsForEveryone && Channel is { } home && whom.Channels[0].Id != home)
            Refuse(Part.For, $"Those who are asked read the answers, so it lives in their channel.");
        Channel ??= whom.Channels.Count == 1 ? whom.Channels[0].Id : null;
        People = [.. whom.People.Select(person => person.Id)];
    }

    public void Every(Recurrence rule) => _rule = rule;

    public void At(LocalTime time) => _time = time;

    /// <summary>The check-in that was said, once nothing is wrong with it.</summary>
    public async Task<CheckIn?> Made(int number)
    {
        var me = Turn.Caller.Person;
        Channel ??= Turn.Caller.Conversation.Channel;
        if (Name.Length == 0)
            Refuse(Part.Name, $"It has no name.");
        else if (Name.TrimStart('#').All(char.IsAsciiDigit))
            Refuse(Part.Name, $"“{Name}” would be taken for the number of a check-in; give it a name with a letter in it.");
        if (Name.EnumerateRunes().Count() > CheckIn.LongestName)
            Refuse(Part.Name, $"A name can have at most {CheckIn.LongestName} characters.");
        if (Channel is null)
            Refuse(Part.Channel, $"It does not say in which channel the answers are read.");
        else if (!await Turn.Sees(ConversationId.Of(Channel.Value)))
            Refuse(Part.Channel, $"You are not in {ConversationId.Of(Channel.Value)}.");
        else if (await Turn.Find(Channel.Value) is { IsArchived: true })
            Refuse(Part.Channel, $"{ConversationId.Of(Channel.Value)} is archived.");
        if (Questions.Count == 0)
            Refuse(Part.Questions, $"It asks nothing.");
        IsForEveryone |= People.Count == 0;
        var asking = Asking ?? CheckIns.Asking.Dm;
        var times = Times(Rule(), Zone is null && (IsLocal ?? asking == CheckIns.Asking.Dm), Length ?? Timetable.Usual);
        return Refusal is not null ? null : await Checked(new CheckIn(
            number, Name, me, Channel!.Value, Questions, times, asking, IsForEveryone,
            [.. People.Select(person => new Member(person, Turn.Now))], [], CheckInState.Active, Turn.Now));
    }

    /// <summary>Another one with what was said in place of its parts.</summary>
    public async Task<CheckIn?> Changed(CheckIn before)
    {
        if (Channel is { } channel && channel != before.Channel)
        {
            var other = ConversationId.Of(channel);
            Refuse(Part.Channel, $"{before.Name} lives in {before.Home}, and its answers stay there; set up another one for {other}.");
        }

        if (IsForEveryone || People.Count > 0)
        {
            string?[] lines = [await Examples.OfMembers(Turn, before, "add"), await Examples.OfMembers(Turn, before, "remove")];
            Refuse(Part.For, $"Who is asked is changed with {Rich.Join(" or ", lines.OfType<string>().Select(line => (Rich)$"{new Typed(line)}"))}.");
        }

        var zone = Zone ?? before.Times.Rule.Zone;
        var known = before.Times.Rule;
        var rule = _rule is not null ? Rule() : _time is { } time ? known with { Start = known.Start.Date + time } : known;
        var isLocal = Zone is null && (IsLocal ?? before.Times.IsLocal);
        var times = Times(rule with { Zone = IsLocal == true ? rule.Zone : zone }, isLocal, Length ?? before.Times.Open);
        return Refusal is not null ? null : await Checked(before with
        {
            Questions = Questions.Count > 0 ? Questions : before.Questions,
            Times = times,
            Asking = Asking ?? before.Asking,
            Since = Turn.Now,
        });
    }

    private async Task<CheckIn?> Checked(CheckIn checkIn)
    {
        checkIn = checkIn with { Members = await Roster.MembersNow(Turn, checkIn) };
        await Check(checkIn, checkIn.Home);
        return Refusal is null ? checkIn : null;
    }

    private async Task Check(CheckIn checkIn, ConversationId home)
    {
        foreach (var member in checkIn.Members)
        {
            if (!await Turn.Sees(member.Person, home))
                Refuse(Part.For, $"{member.Person} is not in {home}, where the answers are read; invite them first.");
        }

        if (checkIn.Members.Count > CheckIn.MostWithoutAdmin && !Turn.Caller.IsAdmin)
        {
            Rich many = $"That is {checkIn.Members.Count} people, and more than {CheckIn.MostWithoutAdmin} are asked only by an admin; "
                + $"{new Typed("async settings")} names them.";
            var few = example.Replace("for everyone", "for me", StringComparison.Ordinal);
            Refuse(Part.For, many, Reply.Refuse($"{many} For fewer: {new Typed(few)}"));
        }

        if (checkIn.Questions.Any(question => question.IsAnonymous) && checkIn.Members.Count < Tally.Least)
            Refuse(Part.Questions, $"An answer without a name is one among at least {Tally.Least}, and that would be {checkIn.Members.Count}.");
    }

    private Timetable Times(Recurrence rule, bool isLocal, Duration length)
    {
        if (Zone is not null && IsLocal == true)
            Refuse(Part.Clock, $"It is at everybody’s own time or at the time of {Zone}, not both.");
        if (rule.Rule.Frequency == Frequency.Hourly)
            Refuse(Part.When, $"A check-in comes round at most once a day.");
        if (_until is { } until && Refusal is null)
            length = Until(until, rule);
        if (length < Timetable.Shortest || length > Timetable.Longest)
            Refuse(Part.Open, $"There are 10 minutes to 7 days to answer.");
        else if (ClosestOf(rule) is { } apart && length > apart)
            Refuse(Part.Open, $"It would be open for {Time.Clock.Length(length)}, and the next one begins after {Time.Clock.Length(apart)}.");
        return new Timetable(rule, isLocal, length);
    }

    private Recurrence Rule()
    {
        var zone = Zone ?? Turn.Caller.Zone.Id;
        if (_rule is null && _template is { } template)
        {
            var usual = (Repeats)When.ReadWhole(template.When, new WhenContext(Turn.Now, zone));
            _rule = _time is { } said ? usual.Recurrence with { Start = usual.Recurrence.Start.Date + said } : usual.Recurrence;
        }

        // Whose calendar is behind the speaker's begins with the same date.
        var today = Turn.Now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date.PlusDays(-1);
        if (_rule is null)
            return Recurrence.Weekly(Workdays, _time ?? UsualTime, zone, today);
        var isPlain = _rule.Rule is { Interval: 1, Count: null } plain
            && (plain.Frequency == Frequency.Daily || plain is { Frequency: Frequency.Weekly, ByDay.Count: > 0 });
        return isPlain ? _rule with { Start = today + _rule.Start.TimeOfDay } : _rule;
    }

    /// <summary>An end is said as a time of day, and kept as a length.</summary>
    private Duration Until(string time, Recurrence rule)
    {
        if (When.ReadWhole($"at {time}", new WhenContext(Turn.Now, "UTC")) is not Once { Local.TimeOfDay: var end })
        {
            Refuse(Part.Open, $"“open until {Excerpt.Word(time)}” is no time of day that I can read.");
            return Timetable.Usual;
        }

        var start = rule.Start.TimeOfDay;
        if (end <= start)
            Refuse(Part.Open, $"It would close at {Time.Clock.Say(end)}, and it asks at {Time.Clock.Say(start)}; over midnight, say how long: “open for 10h”.");
        return Duration.FromNanoseconds(end.NanosecondOfDay - start.NanosecondOfDay);
    }

    /// <summary>The shortest time from one to the next, of those in the coming year.</summary>
    private static Duration? ClosestOf(Recurrence rule)
    {
        var dates = rule.Between(rule.Start.InUtc().ToInstant() - Duration.FromDays(1), Instant.MaxValue, 60).Select(each => each.Planned.Date).ToList();
        return dates.Count < 2 ? null : Duration.FromDays(dates.Zip(dates.Skip(1), (one, next) => Period.DaysBetween(one, next)).Min());
    }

    private static readonly IsoDayOfWeek[] Workdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];
}

/// <summary>What a check-in is said with: where something is wrong, it is one of these.</summary>
internal enum Part
{
    Name,
    Channel,
    Questions,
    When,
    Clock,
    For,
    Open,
    By,
}
