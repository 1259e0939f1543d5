using System.Net.Http.Json;
using System.Text.Json;

namespace AsyncBot.Benchmarks;

/// <summary>A message as far as these programs look at it.</summary>
public sealed record Message(string Id, string From, bool Ephemeral, string Text, IReadOnlyList<MessageButton> Buttons);

public sealed record MessageButton(string Id, string Label);

/// <summary>The calls of the playground's API that these programs need.</summary>
public sealed class PlaygroundClient(HttpClient http)
{
    public const string Channel = "#team";

    public Task<IReadOnlyList<Message>> Say(string person, string text) => Post("say", new Dictionary<string, string> { ["as"] = person, ["in"] = Channel, ["text"] = text });

    public Task<IReadOnlyList<Message>> Press(string person, string message, string button) =>
        Post("press", new Dictionary<string, string> { ["as"] = person, ["message"] = message, ["button"] = button });

    /// <summary>Everything that the person sees in the channel.</summary>
    public async Task<IReadOnlyList<Message>> Read(string person) =>
        await Messages(await http.GetAsync($"/playground/api/messages?as={person}&in={Uri.EscapeDataString(Channel)}"));

    private async Task<IReadOnlyList<Message>> Post(string call, Dictionary<string, string> body) =>
        await Messages(await http.PostAsJsonAsync($"/playground/api/{call}", body));

    private static async Task<IReadOnlyList<Message>> Messages(HttpResponseMessage response)
    {
        using (response)
        {
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            return (await response.Content.ReadFromJsonAsync<Answer>(JsonSerializerOptions.Web))!.Messages;
        }
    }

    private sealed record Answer(IReadOnlyList<Message> Messages);
}
