namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeGoldenTests
{
    /// <summary>The files of the corpus, which the fuzz tests damage: three random episodes of different kinds.</summary>
    private static readonly ulong[] Seeds = [11, 12, 13];

    [Fact]
    public void Episodes_are_written_byte_for_byte_as_ever()
    {
        foreach (var seed in Seeds)
        {
            Demand($"random-{seed}.bae", new RandomEpisode(seed, 80).File);
        }
    }

    /// <summary>Complains unless a file of the corpus is what was written.</summary>
    internal static void Demand(string name, byte[] written)
    {
        var path = Path.Combine(EpisodeFuzzTests.CorpusFolder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(path, written);
        }

        Assert.Equal(File.ReadAllBytes(path), written);
    }
}
