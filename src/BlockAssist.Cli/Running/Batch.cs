namespace BlockAssist.Cli.Running;

/// <summary>The end of a verb that goes through many files and does not stop at a broken one.</summary>
internal static class Batch
{
    /// <summary>Names every broken file, and fails if there is one.</summary>
    public static ExitCode End(CommandContext context, IReadOnlyList<string> broken, int files)
    {
        if (broken.Count == 0)
        {
            return ExitCode.Done;
        }

        if (files == 1)
        {
            throw new ForeseenException(broken[0]);
        }

        foreach (var error in broken)
        {
            context.Log.Warning("{Error}", error);
        }

        throw new ForeseenException($"{broken.Count} of {files} files could not be read");
    }
}
