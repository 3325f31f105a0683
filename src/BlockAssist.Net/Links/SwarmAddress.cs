using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Links;

/// <summary>Where a hub is reached, and who it is: whoever answers there with another key is not it.</summary>
/// <param name="Host">A name or an IP address.</param>
/// <param name="Port">The port.</param>
/// <param name="Hub">Who it is.</param>
public sealed record SwarmAddress(string Host, int Port, PeerId Hub)
{
    /// <summary>The port of a hub that was not told another one.</summary>
    public const int UsualPort = 7433;

    /// <summary>Other places where the same hub is reached, tried where the first does not answer.</summary>
    public IReadOnlyList<(string Host, int Port)> Others { get; init; } = [];

    /// <summary>All places, the first one first.</summary>
    public IReadOnlyList<(string Host, int Port)> Places => [(Host, Port), .. Others];

    /// <summary>Reads <c>HOST[:PORT][,HOST[:PORT]…]/PEER</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SwarmAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is no address of a hub, expected HOST:PORT/PEER such as 192.0.2.7:{UsualPort}/12D3KooW…");

    /// <summary>Reads an address, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SwarmAddress? address)
    {
        address = null;
        var slash = text?.LastIndexOf('/') ?? -1;
        if (slash < 1 || !PeerId.TryParse(text![(slash + 1)..], out var hub))
        {
            return false;
        }

        var places = text[..slash].Split(',').Select(PlaceOf).ToList();
        if (places.Any(place => place is null))
        {
            return false;
        }

        address = new SwarmAddress(places[0]!.Value.Host, places[0]!.Value.Port, hub) { Others = [.. places.Skip(1).Select(place => place!.Value)] };
        return true;
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{string.Join(',', Places.Select(Text))}/{Hub}";

    /// <inheritdoc/>
    public bool Equals(SwarmAddress? other) => other is not null && Hub == other.Hub && Places.SequenceEqual(other.Places);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Host, Port, Hub);

    private static (string Host, int Port)? PlaceOf(string place)
    {
        var colon = place.LastIndexOf(':');
        var isHostAlone = colon <= place.LastIndexOf(']');
        var port = UsualPort;
        return (isHostAlone || TryParsePort(place[(colon + 1)..], out port)) && HostOf(isHostAlone ? place : place[..colon]) is { } host ? (host, port) : null;
    }

    private static bool TryParsePort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue;

    private static string? HostOf(string text) =>
        text.IndexOfAny([':', '/', '\\', '@', '?', '#', '%']) is var strange && (strange < 0 || (text[0] == '[' && text[^1] == ']'))
        && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var uri) && uri is { AbsolutePath: "/", UserInfo: "", Query: "", Fragment: "", IsDefaultPort: true }
            ? HostNames.Of(uri)
            : null;

    private static string Text((string Host, int Port) place) =>
        $"{(place.Host.Contains(':', StringComparison.Ordinal) && !place.Host.StartsWith('[') ? $"[{place.Host}]" : place.Host)}:{place.Port}";
}
