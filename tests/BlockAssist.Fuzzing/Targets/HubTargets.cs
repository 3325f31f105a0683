using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>A hub: what peers say to it, signed as it has to be.</summary>
internal static class HubTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("hub-round", room => new FuzzedHub(room).Tell) { Seeds = Conversations, MostBytes = 8 << 10 },
    ];

    // Of each message: how long it is, its kind, its body.
    private static IEnumerable<byte[]> Conversations()
    {
        var said = SeedMessages.OfPeers().Select(message => (byte[])[(byte)message.Body.Length, (byte)(message.Body.Length >> 8), (byte)message.Kind.Number, .. message.Body.Span]).ToList();
        return [.. said, [.. said.SelectMany(one => one)]];
    }
}
