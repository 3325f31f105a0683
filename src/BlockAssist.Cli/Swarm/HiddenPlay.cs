using System.Globalization;
using System.Security.Cryptography;
using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Play that no peer knows, made up once and kept: its seed is drawn by chance, and stays with who coordinates.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="episodes">How many episodes.</param>
internal sealed class HiddenPlay(string folder, int episodes)
{
    private const ulong FirstHouse = 1UL << 40;
    private const int SeedBits = 40;

    /// <summary>The play; made up if it is not there yet.</summary>
    public DemonstrationSet Open(CancellationToken cancellation) =>
        DemonstrationSet.Open(new ScriptedPlay(Seed()).Record(folder, episodes, cancellation: cancellation));

    private ulong Seed()
    {
        var file = Path.Combine(folder, "seed");
        if (!File.Exists(file) || !ulong.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            seed = FirstHouse + (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) >> (64 - SeedBits));
            var text = seed.ToString(CultureInfo.InvariantCulture);
            AtomicFile.WritePrivate(file, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(text)));
        }

        return seed;
    }
}
