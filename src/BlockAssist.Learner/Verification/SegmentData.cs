using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Verification;

/// <summary>Finds the windows of segments in a verifier's own demonstrations.</summary>
internal sealed class SegmentData(DemonstrationSet data)
{
    private readonly Lazy<string> _manifest = new(data.ManifestHash);
    private readonly Lazy<Dictionary<(string, int), Demonstration>> _byFile = new(() => ByFile(data));

    /// <summary>What a segment needs that is not there; null if all is.</summary>
    public string? Complaint(TrainingSegment segment)
    {
        if (segment.Windows.Count == 0)
        {
            return data.Turns == 0 || segment.Data != _manifest.Value ? $"its demonstrations are those of {segment.Data}, which are not here; ours are {_manifest.Value}" : null;
        }

        foreach (var window in segment.Windows)
        {
            if (!_byFile.Value.TryGetValue((window.File, window.Builder), out var demonstration))
            {
                return $"it shows builder {window.Builder} of the episode {window.File}, which is not here";
            }

            if (window.Start >= demonstration.Turns)
            {
                return $"it shows turn {window.Start} of the episode {window.File}, which has {demonstration.Turns}";
            }
        }

        return null;
    }

    /// <summary>What a step of a segment showed.</summary>
    /// <param name="segment">A segment without complaint.</param>
    /// <param name="step">Which of its steps, from 0.</param>
    public IReadOnlyList<Window> WindowsOf(TrainingSegment segment, int step)
    {
        var options = segment.TrainingOptions;
        return segment.Windows.Count == 0
            ? new WindowPlan(data, options.Length, options.Batch, options.Seed, options.Turned).Of(segment.FirstStep + step)
            : [.. segment.Windows.Skip(step * options.Batch).Take(options.Batch)
                .Select(window => new Window(_byFile.Value[(window.File, window.Builder)], window.Start, new Symmetry(window.Symmetry)))];
    }

    private static Dictionary<(string, int), Demonstration> ByFile(DemonstrationSet data)
    {
        var found = new Dictionary<(string, int), Demonstration>();
        foreach (var file in data.Demonstrations.GroupBy(one => one.Path, StringComparer.Ordinal))
        {
            var hash = ContentHash.OfFile(file.Key);
            foreach (var demonstration in file)
            {
                found.TryAdd((hash, demonstration.Builder), demonstration);
            }
        }

        return found;
    }
}
