using System.Text.Json.Serialization;

namespace BlockAssist.Chain.Keystores;

/// <summary>A keystore of version 3 as it is written: the form of the Web3 Secret Storage Definition.</summary>
internal sealed record KeystoreDocument
{
    public const int Newest = 3;
    public const string Aes = "aes-128-ctr";

    [JsonRequired]
    public int Version { get; init; }

    public string? Id { get; init; }

    /// <summary>40 hexadecimal digits; some programs leave it out.</summary>
    public string? Address { get; init; }

    [JsonRequired]
    public required KeystoreCrypto Crypto { get; init; }

    /// <summary>What tells damage of a file of ours; other programs do not know it.</summary>
    [JsonPropertyName("x-blockassist")]
    public KeystoreChecksum? Own { get; init; }

    private string Line => string.Join('\n', Version, Id, Address, Crypto.Cipher, Crypto.Ciphertext, Crypto.Cipherparams.Iv, Crypto.Kdf, Crypto.Kdfparams.Line, Crypto.Mac);

    /// <summary>The document with the checksum that it should have.</summary>
    public KeystoreDocument Sealed() => this with { Own = new KeystoreChecksum(Values.Keccak256.Of(Line).ToString()) };
}

/// <summary>What is encrypted, and how.</summary>
internal sealed record KeystoreCrypto(string Cipher, string Ciphertext, KeystoreCipher Cipherparams, string Kdf, KeystoreStretching Kdfparams, string Mac);

/// <summary>With what the cipher begins.</summary>
internal sealed record KeystoreCipher(string Iv);

/// <summary>How the password becomes a key: N, R, P of scrypt, or C and Prf of PBKDF2.</summary>
internal sealed record KeystoreStretching(int Dklen, string Salt)
{
    public int? N { get; init; }

    public int? R { get; init; }

    public int? P { get; init; }

    public int? C { get; init; }

    public string? Prf { get; init; }

    /// <summary>All of it, for the checksum.</summary>
    [JsonIgnore]
    public string Line => string.Join(' ', Dklen, Salt, N, R, P, C, Prf);
}

/// <summary>The hash of all that a file says.</summary>
internal sealed record KeystoreChecksum(string Checksum);

/// <summary>The JSON of keystores. Capital letters do not matter: some programs write <c>Crypto</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, WriteIndented = true, AllowDuplicateProperties = false, MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeystoreDocument))]
internal sealed partial class KeystoreJson : JsonSerializerContext;
