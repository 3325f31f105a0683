using System.Globalization;

namespace BlockAssist.Cli.Tests.Soak;

/// <summary>A process that is looked at every few seconds, by what Linux says of it.</summary>
/// <param name="name">What it is.</param>
/// <param name="number">Its number.</param>
internal sealed class SoakedProcess(string name, int number)
{
    private const double KibisAMebi = 1024;

    private readonly List<SoakSample> _samples = [];

    /// <summary>What it is.</summary>
    public string Name => name;

    /// <summary>What was seen of it.</summary>
    public IReadOnlyList<SoakSample> Samples => _samples;

    /// <summary>Looks at it.</summary>
    /// <param name="at">How long the soak has lasted.</param>
    public SoakSample Look(TimeSpan at)
    {
        var status = File.ReadAllLines($"/proc/{number}/status");
        var sample = new SoakSample(at, Of(status, "VmRSS:") / KibisAMebi, Directory.EnumerateFileSystemEntries($"/proc/{number}/fd").Count(), (int)Of(status, "Threads:"));
        _samples.Add(sample);
        return sample;
    }

    private static double Of(string[] status, string field)
    {
        var line = status.First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}

/// <summary>What was seen of a process.</summary>
/// <param name="At">How long the soak had lasted.</param>
/// <param name="Memory">What it holds of memory, in MiB.</param>
/// <param name="Handles">How many files and sockets it has open.</param>
/// <param name="Threads">How many threads it has.</param>
internal sealed record SoakSample(TimeSpan At, double Memory, int Handles, int Threads);
