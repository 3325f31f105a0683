using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a round on the chain credits, and from which records of the swarm that follows. Its digest is on the chain: the evidence for every credit.</summary>
/// <param name="Round">The round on the chain.</param>
/// <param name="Records">The records of the swarm's rounds up to which credit was counted: number, and SHA-256 of the envelope that the hub signed; those that were new.</param>
/// <param name="Lines">To whom what is credited, in wei.</param>
internal sealed record Settlement(uint Round, IReadOnlyList<SettledRecord> Records, IReadOnlyList<SettledLine> Lines)
{
    /// <summary>The lines as the contract's tree.</summary>
    [JsonIgnore]
    public CreditTree Credits => new([.. Lines.Select(line => (Address.Parse(line.Account), line.Amount))]);

    /// <summary>The settlement in a file, and the file's digest; null if there is no file.</summary>
    public static (Settlement Settlement, Hash32 Digest)? In(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file);
        try
        {
            return (Read(bytes, file), new Hash32(SHA256.HashData(bytes)));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{file} is damaged: {error.Message}; put a copy of it back", error);
        }
    }

    /// <summary>The settlement in the bytes of a file.</summary>
    /// <param name="bytes">All of them, from anywhere.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="InvalidDataException">They are none.</exception>
    /// <exception cref="NewerVersionException">They are of a newer version. Those of version 1 do not say it: their digest is on a chain.</exception>
    public static Settlement Read(byte[] bytes, string name)
    {
        NewerVersionException.ThrowIfNewer(name, "settlements", JsonVersion.Of(bytes), JsonVersion.First);
        try
        {
            var read = JsonSerializer.Deserialize(bytes, ContributingJson.Default.Settlement) ?? throw new JsonException("null");
            if (read.Records.Contains(null) || read.Lines.Contains(null))
            {
                throw new JsonException("null");
            }

            _ = read.Credits.Root;
            return read;
        }
        catch (Exception error) when (error is JsonException or ChainFormatException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    /// <summary>Writes it to a file.</summary>
    public void Keep(string file) => AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, this, ContributingJson.Default.Settlement));
}

/// <summary>A record that a settlement stands on.</summary>
/// <param name="Round">The round of the swarm.</param>
/// <param name="Record">SHA-256 of the envelope.</param>
internal sealed record SettledRecord(ulong Round, string Record);

/// <summary>What somebody is credited.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Account">Its account.</param>
/// <param name="Wei">How much.</param>
internal sealed record SettledLine(string Peer, string Account, string Wei)
{
    // As many as 2^256 has: to read a number takes long, if it is long.
    private const int MostDigits = 78;

    /// <summary>How much.</summary>
    /// <exception cref="FormatException">It is no number, or has more digits than there is money.</exception>
    [JsonIgnore]
    public Wei Amount => Wei.Length <= MostDigits ? new(BigInteger.Parse(Wei, CultureInfo.InvariantCulture)) : throw new FormatException($"an amount of {Wei.Length} digits");
}
