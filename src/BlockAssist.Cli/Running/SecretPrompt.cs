using System.Text;

namespace BlockAssist.Cli.Running;

/// <summary>Asks for a secret at a terminal, without showing what is typed.</summary>
internal static class SecretPrompt
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks, and returns what was typed before Enter.</summary>
    public static string Ask(string question, CancellationToken cancellation)
    {
        Console.Error.Write(question);
        try
        {
            return Read(cancellation);
        }
        finally
        {
            Console.Error.WriteLine();
        }
    }

    private static string Read(CancellationToken cancellation)
    {
        var typed = new StringBuilder();
        while (true)
        {
            // Waiting for a key would not hear of Ctrl+C.
            while (!Console.KeyAvailable)
            {
                cancellation.ThrowIfCancellationRequested();
                Thread.Sleep(Pause);
            }

            switch (Console.ReadKey(intercept: true))
            {
                case { Key: ConsoleKey.Enter }:
                    return typed.ToString();
                case { Key: ConsoleKey.Backspace }:
                    typed.Length = Math.Max(0, typed.Length - 1);
                    break;
                case { KeyChar: not '\0' and var letter }:
                    typed.Append(letter);
                    break;
            }
        }
    }
}
