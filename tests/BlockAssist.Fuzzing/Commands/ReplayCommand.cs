using System.CommandLine;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>replay TARGET FILE</c>: shows a target one input.</summary>
internal static class ReplayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var target = FuzzOptions.Target();
        var file = new Argument<FileInfo>("FILE") { Description = "The input, such as one in a folder of findings." };
        var command = new Command("replay", "Shows a target one input. Ends with 1 if anything is wrong.") { target, file };
        command.SetAction(parsed =>
        {
            using var room = new FuzzRoom();
            var which = parsed.GetRequiredValue(target);
            var finding = new Trial(which, which.Open(room)).Of(File.ReadAllBytes(parsed.GetRequiredValue(file).FullName));
            Console.WriteLine(finding is null ? "nothing is wrong" : $"{finding.Kind}: {finding.Text}");
            return finding is null ? 0 : 1;
        });
        return command;
    }
}
