using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Dashboard;

/// <summary>What whoever acts through a dashboard must know. Only its digest is kept.</summary>
internal sealed class DashboardToken
{
    private const int Fewest = 16;
    private const int Most = 256;
    private const int BytesMadeUp = 24;

    private readonly byte[] _digest;

    /// <summary>A token.</summary>
    /// <param name="text">As it is said.</param>
    public DashboardToken(string text) => _digest = DigestOf(text);

    /// <summary>The token that is the first line of a file; one is made up where there is no file.</summary>
    /// <exception cref="ForeseenException">It is no token.</exception>
    public static DashboardToken In(string file)
    {
        if (!File.Exists(file))
        {
            AtomicFile.CreatePrivate(file, stream => stream.Write(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(BytesMadeUp)) + "\n")));
        }

        using var reader = new StreamReader(file);
        var letters = new char[Most + 2];
        var text = new string(letters, 0, reader.ReadBlock(letters)).Split('\n')[0].TrimEnd('\r');
        return text.Length is >= Fewest and <= Most && text.All(letter => letter is > ' ' and < '\x7f')
            ? new DashboardToken(text)
            : throw new ForeseenException($"the first line of {file} is no token", $"It has to have {Fewest} to {Most} letters without spaces; a new one is made where there is no file.");
    }

    /// <summary>Whether that is it. Takes as long whatever is said.</summary>
    public bool Is(string text) => CryptographicOperations.FixedTimeEquals(_digest, DigestOf(text));

    private static byte[] DigestOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
