using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Reads <c>HOST[:PORT]/PEER</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SwarmAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is no address of a hub, expected HOST:PORT/PEER such as 192.0.2.7:{UsualPort}/12D3KooW…");

    /// <summary>Reads an address, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SwarmAddress? address)
    {
        address = null;
        var slash = text?.LastIndexOf('/') ?? -1;
        if (slash < 1 || !PeerId.TryParse(text![(slash + 1)..], out var hub) || !Uri.TryCreate($"https://{text[..slash]}/", UriKind.Absolute, out var uri)
            || uri.AbsolutePath != "/" || uri.UserInfo.Length > 0 || uri.Query.Length > 0)
        {
            return false;
        }

        address = new SwarmAddress(uri.IdnHost, text[..slash].EndsWith($":{uri.Port}", StringComparison.Ordinal) ? uri.Port : UsualPort, hub);
        return true;
    }

    /// <summary>Where requests go.</summary>
    public Uri Uri => new UriBuilder("https", Host, Port).Uri;

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{(Host.Contains(':', StringComparison.Ordinal) && !Host.StartsWith('[') ? $"[{Host}]" : Host)}:{Port}/{Hub}";
}
