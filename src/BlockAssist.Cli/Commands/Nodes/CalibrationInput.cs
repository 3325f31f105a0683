using System.CommandLine;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary>The calibration by which a node judges what other classes of device trained.</summary>
internal static class CalibrationInput
{
    /// <summary>Makes the option.</summary>
    public static Option<string?> Create() => new("--calibration")
    {
        Description = "What train calibrate wrote: how far other classes of device may be off in what they trained; without it they can be told right only to the bit, or not at all.",
        HelpName = "FILE",
    };

    /// <summary>The file, once it has shown to be a calibration; null if none was named.</summary>
    /// <exception cref="Learner.Checkpoints.ArtifactFormatException">It is none.</exception>
    public static string? Checked(string? file)
    {
        if (file is not null)
        {
            CalibrationFile.Load(file);
        }

        return file is null ? null : Path.GetFullPath(file);
    }
}
