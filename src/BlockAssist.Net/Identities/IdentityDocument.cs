using System.Text;
using System.Text.Json.Serialization;

namespace BlockAssist.Net.Identities;

/// <summary>An identity file as it is written, in the form of docs/network.md.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">Which form; this one is 1.</param>
/// <param name="Peer">The peer id.</param>
/// <param name="Unlocking">What opens it: <see cref="ByPassphrase"/> or <see cref="ByKeyFile"/>.</param>
/// <param name="Stretching">How the passphrase or key becomes the key of the cipher.</param>
/// <param name="Cipher">What encrypts.</param>
/// <param name="Nonce">24 bytes, in small hexadecimal digits.</param>
/// <param name="Secret">The 32 bytes of the recovery phrase, encrypted, with the tag of 16 bytes behind them, in small hexadecimal digits.</param>
internal sealed record IdentityDocument(
    string Format, int Version, string Peer, string Unlocking, Stretching Stretching, string Cipher, string Nonce, string Secret)
{
    public const string Name = "blockassist-identity";
    public const int Newest = 1;
    public const string ByPassphrase = "passphrase";
    public const string ByKeyFile = "keyfile";
    public const string XChaCha = "xchacha20-poly1305";

    private const string ChecksumPurpose = "blockassist/identity-checksum/1";

    /// <summary>Tells damage, which a wrong passphrase must not be taken for: of all that is in the file.</summary>
    [JsonRequired]
    public string Checksum { get; init; } = "";

    /// <summary>All but the secret, a line each: what the cipher vouches for besides it.</summary>
    public byte[] OpenPart() => Encoding.UTF8.GetBytes(string.Join(
        '\n', Format, Version, Peer, Unlocking, Stretching.Algorithm, Stretching.MemoryKiB, Stretching.Passes, Stretching.Salt, Cipher, Nonce));

    /// <summary>The document with the checksum that it should have.</summary>
    public IdentityDocument Sealed() =>
        this with { Checksum = Digest.Of(ChecksumPurpose, [.. OpenPart(), (byte)'\n', .. Encoding.UTF8.GetBytes(Secret)]).ToString() };

    /// <summary>Whether it is as it was written.</summary>
    [JsonIgnore]
    public bool IsSound => Checksum == Sealed().Checksum && (Unlocking is ByPassphrase or ByKeyFile) && Cipher == XChaCha;
}

/// <summary>How a passphrase becomes a key.</summary>
/// <param name="Algorithm">Always <see cref="Argon2id"/>, version 1.3, in one lane.</param>
/// <param name="MemoryKiB">Memory in KiB.</param>
/// <param name="Passes">How often it is gone over.</param>
/// <param name="Salt">16 bytes, in small hexadecimal digits.</param>
internal sealed record Stretching(string Algorithm, int MemoryKiB, int Passes, string Salt)
{
    public const string Argon2id = "argon2id";
}

/// <summary>Just enough to tell what kind of file and which version it is.</summary>
internal sealed record IdentityStart(string Format, int Version);

/// <summary>The JSON of identity files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, AllowDuplicateProperties = false,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IdentityDocument))]
[JsonSerializable(typeof(IdentityStart))]
internal sealed partial class IdentityJson : JsonSerializerContext;
