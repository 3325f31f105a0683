using System.Diagnostics;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Fuzzes one target: changes inputs, keeps those that lead somewhere new, tells what is wrong.</summary>
/// <param name="target">The target.</param>
/// <param name="coverage">What is counted.</param>
/// <param name="seed">Decides every change.</param>
internal sealed class TargetFuzzer(FuzzTarget target, CoverageMap coverage, ulong seed)
{
    private const int FreshOnes = 16;

    private readonly Mutations _mutations = new(seed, target.Words, target.MostBytes);
    private readonly List<byte[]> _corpus = [];

    /// <summary>Called before an input is tried.</summary>
    public Action<byte[]> Trying { get; init; } = _ => { };

    /// <summary>Called with an input that led somewhere new.</summary>
    public Action<byte[]> Kept { get; init; } = _ => { };

    /// <summary>Called with what is wrong, and what shows it.</summary>
    public Action<Finding, byte[]> Found { get; init; } = (_, _) => { };

    /// <summary>How many inputs were tried.</summary>
    public long Inputs { get; private set; }

    /// <summary>How many inputs lead somewhere that the others do not.</summary>
    public int CorpusCount => _corpus.Count;

    /// <summary>Fuzzes.</summary>
    /// <param name="trial">The target, opened.</param>
    /// <param name="first">Inputs to begin with, besides the seeds.</param>
    /// <param name="goesOn">Asked after every input.</param>
    public void Run(Trial trial, IEnumerable<byte[]> first, Func<bool> goesOn)
    {
        foreach (var input in target.Seeds().Concat(first).Where(input => input.Length <= target.MostBytes))
        {
            if (Try(trial, input) || _corpus.Count == 0)
            {
                _corpus.Add(input);
            }
        }

        while (goesOn())
        {
            var changed = _mutations.Of(Pick(), _corpus[_mutations.Next(_corpus.Count)]);
            var input = target.Seal is { } seal && _mutations.Next(16) > 0 ? seal(changed) : changed;
            if (input.Length <= target.MostBytes && Try(trial, input))
            {
                _corpus.Add(input);
                Kept(input);
            }
        }
    }

    // What was found last leads on most often.
    private byte[] Pick() => _mutations.Next(3) == 0 && _corpus.Count > FreshOnes
        ? _corpus[^(1 + _mutations.Next(FreshOnes))]
        : _corpus[_mutations.Next(_corpus.Count)];

    private bool Try(Trial trial, byte[] input)
    {
        Trying(input);
        coverage.Clear();
        Inputs++;
        var finding = trial.Of(input);
        var isNew = coverage.Look();
        if (finding is null)
        {
            return isNew;
        }

        Found(finding, input);
        return false;
    }

    /// <summary>Of inputs those that together lead as far as all of them do, the short ones first.</summary>
    public static IReadOnlyList<byte[]> Essential(Trial trial, CoverageMap coverage, IEnumerable<byte[]> inputs)
    {
        coverage.Forget();
        return [.. inputs.OrderBy(input => input.Length).Where(input =>
        {
            coverage.Clear();
            return trial.Of(input) is null && coverage.Look();
        })];
    }

    /// <summary>The shortest input found that shows the same.</summary>
    public static byte[] Shortest(Trial trial, Finding finding, byte[] input)
    {
        var began = Stopwatch.GetTimestamp();
        return Shrinking.Of(input, shorter => Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20) && trial.Of(shorter)?.Signature == finding.Signature);
    }
}
