using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>views.*: modals need a fresh trigger, homes do not.</summary>
internal static class ViewMethods
{
    private const int Stack = 3;

    public static IReadOnlyList<SlackMethod> All { get; } =
        [new("views.open", Open), new("views.push", Push), new("views.update", Update), new("views.publish", Publish)];

    /// <summary>A modal on top of another, as push does and an answer to a submission can.</summary>
    public static SlackView Push(SlackState state, SlackView below, JsonObject content)
    {
        if (state.Views.Values.Count(view => view.IsOpen && (view.RootId ?? view.Id) == (below.RootId ?? below.Id)) >= Stack)
            throw new SlackRefusal("push_limit_reached");
        return Keep(state, new SlackView(state.NextId("V"), below.User, Named(state, content)) { RootId = below.RootId ?? below.Id, PreviousId = below.Id });
    }

    /// <summary>Other content in the same place.</summary>
    public static SlackView Change(SlackState state, SlackView view, JsonObject content) => Keep(state, view with { Content = Named(state, content) });

    private static JsonObject Open(FakeSlack slack, SlackRequest request)
    {
        var content = BlockRules.View(request.Json("view", "invalid_arguments"), "modal");
        var user = slack.Triggers.Exchange(request["trigger_id"]);
        var external = (string?)content["external_id"];
        if (!string.IsNullOrEmpty(external) && slack.State.Views.Values.Any(view => view.IsOpen && (string?)view.Json["external_id"] == external))
            throw new SlackRefusal("duplicate_external_id");
        return Shown(Keep(slack.State, new SlackView(slack.State.NextId("V"), user, Named(slack.State, content))));
    }

    private static JsonObject Push(FakeSlack slack, SlackRequest request)
    {
        var content = BlockRules.View(request.Json("view", "invalid_arguments"), "modal");
        var user = slack.Triggers.Exchange(request["trigger_id"]);
        var below = slack.State.Views.Values.LastOrDefault(view => view.IsOpen && view.User == user) ?? throw new SlackRefusal("not_found");
        return Shown(Push(slack.State, below, content));
    }

    private static JsonObject Update(FakeSlack slack, SlackRequest request)
    {
        var content = BlockRules.View(request.Json("view", "invalid_arguments"), "modal");
        var view = slack.State.Views.Values.FirstOrDefault(each => each.IsOpen && (each.Id == request["view_id"] || (request["external_id"] is { } external && (string?)each.Json["external_id"] == external)));
        if (view is null)
            throw new SlackRefusal("not_found");
        Current(request, view);
        return Shown(Change(slack.State, view, content));
    }

    private static JsonObject Publish(FakeSlack slack, SlackRequest request)
    {
        var user = request.Needs("user_id");
        if (!slack.State.Users.ContainsKey(user))
            throw new SlackRefusal("invalid_arguments", "[ERROR] invalid `user_id`");
        var content = BlockRules.View(request.Json("view", "invalid_arguments"), "home");
        if (slack.State.Homes.TryGetValue(user, out var before))
            Current(request, before);
        var home = new SlackView(before?.Id ?? slack.State.NextId("V"), user, Named(slack.State, content)) { Hash = slack.State.NextId("h") };
        slack.State.Homes[user] = home;
        return Shown(home);
    }

    private static void Current(SlackRequest request, SlackView view)
    {
        if (request["hash"] is { } hash && hash != view.Hash)
            throw new SlackRefusal("hash_conflict");
    }

    private static SlackView Keep(SlackState state, SlackView view) => state.Views[view.Id] = view with { Hash = state.NextId("h") };

    private static string Named(SlackState state, JsonObject content)
    {
        SlackElement.Named(content["blocks"]!.AsArray(), () => state.NextId("b"));
        return content.ToJsonString();
    }

    private static JsonObject Shown(SlackView view) => new() { ["view"] = view.Full() };
}
