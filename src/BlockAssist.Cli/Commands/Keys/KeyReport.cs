using System.Text.Json.Serialization;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary>An identity, without anything secret.</summary>
/// <param name="Peer">The peer id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="File">Where it is kept.</param>
/// <param name="Unlocking">What opens it: <c>passphrase</c> or <c>keyfile</c>.</param>
/// <param name="OpenToOthers">Whether other users of the machine may read what they should not.</param>
internal sealed record KeyReport(string Peer, string Name, string File, string Unlocking, bool OpenToOthers)
{
    /// <summary>Where the identity is that was there before; null if there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SetAside { get; init; }

    /// <summary>What an identity's file says.</summary>
    public static KeyReport Of(IdentityFile file)
    {
        var card = file.Read();
        return new KeyReport(card.Peer.ToString(), PeerName.Of(card.Peer), file.Path, card.Unlocking.ToString().ToLowerInvariant(), file.IsOpenToOthers);
    }
}

/// <summary>An identity with the words that bring it back.</summary>
internal sealed record KeyWords(KeyReport Identity, string Words)
{
    /// <summary>Keeps the words out of whatever writes records as text.</summary>
    public override string ToString() => Identity.ToString();
}

/// <summary>How the results of the key verbs look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeyReport))]
[JsonSerializable(typeof(KeyWords))]
internal sealed partial class KeyJson : JsonSerializerContext;
