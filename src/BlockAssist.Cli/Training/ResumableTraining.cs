using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Training;

/// <summary>A training that can be ended and gone on with: whoever ends it is told how.</summary>
internal static class ResumableTraining
{
    /// <summary>Trains.</summary>
    /// <param name="context">Its log.</param>
    /// <param name="folder">Where the training keeps what it needs to go on.</param>
    /// <param name="train">Trains to the end.</param>
    /// <param name="cancellation">What ends it.</param>
    public static T Run<T>(CommandContext context, string folder, Func<T> train, CancellationToken cancellation)
    {
        try
        {
            return train();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            context.Log.Information("What was trained is kept in {Folder}; the same command with --resume goes on", folder);
            throw;
        }
    }
}
