using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Supervision;

/// <summary>Ends this process when the one that started it to do work beside does, however that ends: it holds the other end of standard input.</summary>
internal static class EndWithStarter
{
    /// <summary>The variable that says that it was started so.</summary>
    public const string Variable = "BLOCKASSIST_BESIDE";

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(20);

    /// <summary>Watches, if it was started so.</summary>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="input">What the starter holds.</param>
    /// <param name="end">Asks the work to save and to end.</param>
    /// <param name="exit">Ends the process; called if the work does not end by itself.</param>
    public static void Watch(Func<string, string?> variable, Stream input, Action end, Action<int> exit)
    {
        if (variable(Variable) is not { Length: > 0 })
        {
            return;
        }

        var watching = new Thread(() =>
        {
            while (ReadsOn(input))
            {
            }

            end();
            Thread.Sleep(LongestEnd);
            exit((int)ExitCode.Interrupted);
        })
        {
            IsBackground = true,
            Name = "starter",
        };
        watching.Start();
    }

    private static bool ReadsOn(Stream input)
    {
        try
        {
            return input.ReadByte() >= 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
