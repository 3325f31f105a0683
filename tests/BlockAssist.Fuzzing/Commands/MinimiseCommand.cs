using System.CommandLine;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Fuzzing.Targets;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>minimise</c>: of all that was kept, those few inputs that lead as far.</summary>
internal static class MinimiseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var (target, keep) = (FuzzOptions.Target(), FuzzOptions.Keep());
        target.Arity = ArgumentArity.ZeroOrOne;
        var into = new Option<string>("--into") { Description = "The folder of corpora into which they go.", Required = true };
        var most = new Option<int>("--most-bytes") { Description = "How many bytes they have together at most, for each target.", DefaultValueFactory = _ => 8_000 };
        var command = new Command("minimise", "Of the inputs that were kept and those that are there, writes those few that lead as far, and notes how long was looked for them; without a target, of all.") { target, keep, into, most };
        command.SetAction(parsed =>
        {
            var (folder, runs) = (parsed.GetRequiredValue(into), new List<FuzzProgress>());
            foreach (var which in parsed.GetValue(target) is { } one ? [one] : FuzzTargets.All)
            {
                var kept = new KeptRun(Path.GetFullPath(parsed.GetRequiredValue(keep)), which.Name);
                var written = Write(which, kept.Inputs(), Path.Combine(folder, which.Name), parsed.GetValue(most));
                Console.Error.WriteLine($"{which.Name}: {written}");
                runs.Add(kept.Progress with { Findings = 0 });
            }

            FuzzCorpus.Note(folder, runs);
        });
        return command;
    }

    private static int Write(FuzzTarget target, IReadOnlyList<byte[]> kept, string folder, int mostBytes)
    {
        using var room = new FuzzRoom();
        var trial = new Trial(target, target.Open(room));
        var (left, inputs) = (mostBytes, FuzzCorpus.Of(target).Concat(kept).DistinctBy(KeptRun.NameOf));
        var essential = TargetFuzzer.Essential(trial, new CoverageMap(), inputs).TakeWhile(input => (left -= input.Length) >= 0).ToList();
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder).Where(path => !FuzzCorpus.IsFinding(path)))
        {
            File.Delete(old);
        }

        essential.ForEach(input => File.WriteAllBytes(Path.Combine(folder, KeptRun.NameOf(input)), input));
        return essential.Count;
    }
}
