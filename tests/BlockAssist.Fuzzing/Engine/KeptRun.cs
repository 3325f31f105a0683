using System.Text;
using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>What is kept of the fuzzing of one target, from run to run: inputs that led somewhere new, findings, how long it took.</summary>
internal sealed class KeptRun
{
    private readonly string _folder;
    private readonly HashSet<string> _known = [];

    /// <summary>What is kept in a folder; it is made if it is not there.</summary>
    /// <param name="folder">The folder of all targets.</param>
    /// <param name="target">Which target.</param>
    public KeptRun(string folder, string target)
    {
        _folder = Path.Combine(folder, target);
        Directory.CreateDirectory(CorpusFolder);
        Directory.CreateDirectory(FindingsFolder);
        Progress = File.Exists(ProgressFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(ProgressFile), FuzzingJson.Default.FuzzProgress)! : FuzzCorpus.ProgressOf(target);
        foreach (var text in Directory.EnumerateFiles(FindingsFolder, "*.txt"))
        {
            _known.Add(File.ReadLines(text).FirstOrDefault() ?? "");
        }
    }

    /// <summary>How far it is.</summary>
    public FuzzProgress Progress { get; private set; }

    /// <summary>Where the input is noted that is tried now.</summary>
    public string LastInputFile => Path.Combine(_folder, "last-input");

    /// <summary>Where findings are.</summary>
    public string FindingsFolder => Path.Combine(_folder, "findings");

    private string CorpusFolder => Path.Combine(_folder, "corpus");

    private string ProgressFile => Path.Combine(_folder, "progress.json");

    /// <summary>The inputs that led somewhere new.</summary>
    public IReadOnlyList<byte[]> Inputs() => [.. Directory.EnumerateFiles(CorpusFolder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>Keeps an input.</summary>
    public void Keep(byte[] input)
    {
        var path = Path.Combine(CorpusFolder, NameOf(input));
        if (!File.Exists(path))
        {
            Write(path, input);
        }
    }

    /// <summary>Whether the like was found before.</summary>
    public bool IsKnown(Finding finding) => _known.Contains(finding.Signature);

    /// <summary>Keeps a finding, and the input that shows it.</summary>
    public void Keep(Finding finding, byte[] input)
    {
        _known.Add(finding.Signature);
        var path = Path.Combine(FindingsFolder, $"{finding.Kind.ToString().ToLowerInvariant()}-{NameOf(input)}");
        Write(path, input);
        Write($"{path}.txt", Encoding.UTF8.GetBytes($"{finding.Signature}\n{finding.Text}\n"));
    }

    /// <summary>Writes down how far it is.</summary>
    public void Tell(FuzzProgress progress)
    {
        Progress = progress with { Findings = _known.Count };
        Write(ProgressFile, JsonSerializer.SerializeToUtf8Bytes(Progress, FuzzingJson.Default.FuzzProgress));
    }

    /// <summary>The file name of an input.</summary>
    public static string NameOf(byte[] input) => ContentHash.Of(input)[..16];

    private static void Write(string path, byte[] bytes) => AtomicFile.Write(path, stream => stream.Write(bytes));
}
