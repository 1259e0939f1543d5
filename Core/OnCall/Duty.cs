using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Who is on call, for whoever looks for somebody to help.</summary>
public sealed class Duty : IDuty
{
    public async Task<IReadOnlyList<OnDuty>> Now(Turn turn, PersonId asker, ConversationId home)
    {
        var here = await RotationBook.With(turn, asker, home);
        var all = here.Concat((await RotationBook.All(turn, asker)).ExceptBy(here.Select(each => each.Value.Key), each => each.Value.Key));
        var onDuty = new List<OnDuty>();
        foreach (var rotation in all)
        {
            var watch = Watch.Of(rotation.Value.Schedule(), turn.Now);
            Instant? until = OnCallText.IsNever(watch.Now.End, turn.Now) ? null : watch.Now.End;
            foreach (var seat in watch.Now.Seats)
            {
                if (onDuty.Exists(each => each.Person == seat.Person) || await turn.Find(seat.Person) is { IsGone: true })
                    continue;
                onDuty.Add(new OnDuty(seat.Person, $"on call for {rotation.Value.Name}{(until is { } end ? (Rich)$" until {end}" : Rich.Empty)}", until));
            }
        }

        return onDuty;
    }
}
