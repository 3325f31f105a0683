using System.Globalization;

namespace BlockAssist.Net.Links;

/// <summary>The version of what peers and hub say to each other over HTTP; each says its own with all that it asks or answers.</summary>
/// <remarks>Of one major version all understand each other, whatever the minor ones are. Who says nothing is of 1.0, from before it was said.</remarks>
/// <param name="Major">Rises when the other side has to change.</param>
/// <param name="Minor">Rises with what may be passed over.</param>
public readonly record struct SwarmProtocol(int Major, int Minor)
{
    /// <summary>The header that says it.</summary>
    public const string Header = "Swarm-Version";

    /// <summary>The version of this program.</summary>
    public static SwarmProtocol Own { get; } = new(1, 0);

    private static SwarmProtocol First { get; } = new(1, 0);

    /// <summary>The version in a header.</summary>
    /// <param name="header">What it says; nothing where there is none.</param>
    /// <param name="protocol">The version.</param>
    /// <returns>False where it says something else.</returns>
    public static bool TryParse(string? header, out SwarmProtocol protocol)
    {
        protocol = First;
        if (string.IsNullOrEmpty(header))
        {
            return true;
        }

        var point = header.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || !TryParse(header.AsSpan(0, point), out var major) || !TryParse(header.AsSpan(point + 1), out var minor))
        {
            return false;
        }

        protocol = new SwarmProtocol(major, minor);
        return true;
    }

    /// <summary>What a peer of this version is to do about a hub of another one.</summary>
    /// <param name="hub">The version of the hub.</param>
    /// <returns>Null where the two understand each other.</returns>
    public string? ComplaintAboutHub(SwarmProtocol hub) =>
        hub.Major == Major ? null
        : hub.Major > Major ? $"the hub speaks version {hub} of the swarm's protocol; this program speaks version {this}: update BlockAssist"
        : $"the hub speaks version {hub} of the swarm's protocol; this program speaks version {this}: ask the hub's operator to update BlockAssist, or take part with an older one";

    /// <summary>What a hub of this version says to a peer of another one.</summary>
    /// <param name="peer">The version of the peer.</param>
    /// <returns>Null where the two understand each other.</returns>
    public string? ComplaintAboutPeer(SwarmProtocol peer) =>
        peer.Major == Major ? null
        : peer.Major > Major ? $"this peer speaks version {peer} of the swarm's protocol; this hub speaks version {this}: ask the hub's operator to update BlockAssist, or take part with an older one"
        : $"this peer speaks version {peer} of the swarm's protocol; this hub speaks version {this}: update BlockAssist";

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryParse(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
