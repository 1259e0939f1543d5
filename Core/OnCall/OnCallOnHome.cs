using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Somebody's next shifts, and who is on call now.</summary>
public sealed class OnCallOnHome : IHomeSection
{
    private const int MostShifts = 3;
    private const int MostRotations = 5;

    public async Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person)
    {
        var rotations = await RotationBook.All(turn, person);
        if (rotations.Count == 0)
            return [];
        var zone = (await People.Colleagues.Find(turn, person)).Clock;
        var blocks = new List<Block> { new Paragraph($"📟 On call") };
        var facts = rotations.Take(MostRotations).Select(each =>
        {
            var now = Watch.Of(each.Value.Schedule(), turn.Now).Now;
            return new Fact(each.Value.Name, $"{(now.IsGap ? (Rich)$"nobody" : OnCallText.Names(now))}{OnCallText.Until(now, turn.Now)}");
        });
        blocks.Add(new Facts([.. facts]));
        var mine = await MyShifts.Of(turn, person);
        blocks.AddRange(mine.Take(MostShifts).Select(shift => new Section(
            $"Mine: {MyShifts.Line(shift, turn.Now, zone)}", new Button("Ask for cover", MyShifts.CoverOf(shift)))));
        List<Button> buttons = [new Button("All rotations", new WhoIsOnCall())];
        if (mine.Count > MostShifts)
            buttons.Add(new Button("My shifts", new ShowMyShifts()));
        blocks.Add(new Buttons(buttons));
        return blocks;
    }
}
