using System.CommandLine;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>minimise TARGET</c>: of all that was kept, those few inputs that lead as far.</summary>
internal static class MinimiseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var (target, keep) = (FuzzOptions.Target(), FuzzOptions.Keep());
        var into = new Option<string>("--into") { Description = "The folder of corpora into which they go.", Required = true };
        var most = new Option<int>("--most-bytes") { Description = "How many bytes they have together at most.", DefaultValueFactory = _ => 20_000 };
        var command = new Command("minimise", "Of the inputs that were kept and those that are there, writes those few that lead as far.") { target, keep, into, most };
        command.SetAction(parsed =>
        {
            var which = parsed.GetRequiredValue(target);
            using var room = new FuzzRoom();
            var trial = new Trial(which, which.Open(room));
            var inputs = FuzzCorpus.Of(which).Concat(new KeptRun(Path.GetFullPath(parsed.GetRequiredValue(keep)), which.Name).Inputs());
            var (folder, left) = (Path.Combine(parsed.GetRequiredValue(into), which.Name), parsed.GetValue(most));
            Directory.CreateDirectory(folder);
            foreach (var old in Directory.EnumerateFiles(folder).Where(path => !FuzzCorpus.IsFinding(path)))
            {
                File.Delete(old);
            }

            foreach (var input in TargetFuzzer.Essential(trial, new CoverageMap(), inputs).TakeWhile(input => (left -= input.Length) >= 0))
            {
                File.WriteAllBytes(Path.Combine(folder, KeptRun.NameOf(input)), input);
            }
        });
        return command;
    }
}
