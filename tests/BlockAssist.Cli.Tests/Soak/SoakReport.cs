using System.Globalization;

namespace BlockAssist.Cli.Tests.Soak;

/// <summary>How much each process of a soak has grown, once it was warm.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Memory">The median of its memory, in MiB.</param>
/// <param name="Most">The most of it, in MiB.</param>
/// <param name="MemoryAnHour">How much it grows an hour, in MiB.</param>
/// <param name="Handles">The median of its open files and sockets.</param>
/// <param name="HandlesAnHour">How many more an hour.</param>
/// <param name="Threads">The median of its threads.</param>
/// <param name="ThreadsAnHour">How many more an hour.</param>
internal sealed record SoakReport(string Name, double Memory, double Most, double MemoryAnHour, double Handles, double HandlesAnHour, double Threads, double ThreadsAnHour)
{
    /// <summary>The head of the table that <see cref="Row"/> is of.</summary>
    public const string Head = "| process | memory, MiB | most | an hour | handles | an hour | threads | an hour |\n|---|---|---|---|---|---|---|---|";

    // Until then pools fill, code is compiled anew, and every kind of work is done for the first time.
    private const double Warm = 1.0 / 3;

    /// <summary>Reads it off samples.</summary>
    public static SoakReport Of(SoakedProcess process)
    {
        var samples = process.Samples;
        var warm = samples.Where(sample => sample.At >= samples[^1].At * Warm).ToList();
        return new SoakReport(
            process.Name,
            Median(warm, sample => sample.Memory),
            samples.Max(sample => sample.Memory),
            AnHour(warm, sample => sample.Memory),
            Median(warm, sample => sample.Handles),
            AnHour(warm, sample => sample.Handles),
            Median(warm, sample => sample.Threads),
            AnHour(warm, sample => sample.Threads));
    }

    /// <summary>It as a row of a Markdown table.</summary>
    public string Row() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Memory:F0} | {Most:F0} | {MemoryAnHour:+0.0;-0.0} | {Handles:F0} | {HandlesAnHour:+0.0;-0.0} | {Threads:F0} | {ThreadsAnHour:+0.0;-0.0} |");

    private static double Median(List<SoakSample> samples, Func<SoakSample, double> of) => samples.Select(of).Order().ElementAt(samples.Count / 2);

    private static double AnHour(List<SoakSample> samples, Func<SoakSample, double> of) => Growth.AnHour([.. samples.Select(sample => (sample.At, of(sample)))]);
}
