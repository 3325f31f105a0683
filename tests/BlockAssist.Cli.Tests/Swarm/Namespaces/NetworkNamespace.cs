using System.Diagnostics;
using System.Globalization;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>A Linux network namespace: a machine of its own as far as the network goes. Gone with all its processes when it is disposed.</summary>
internal sealed class NetworkNamespace : IDisposable
{
    public NetworkNamespace(string name)
    {
        Name = name;
        Call("ip", "netns", "add", name);
        Ip("link", "set", "lo", "up");
    }

    public string Name { get; }

    /// <summary>Runs <c>ip</c> inside.</summary>
    public void Ip(params string[] words) => Call("ip", ["-n", Name, .. words]);

    /// <summary>How to start a program inside; it keeps its process id.</summary>
    public ProcessStartInfo Start(string program, IEnumerable<string> words) => new("ip", ["netns", "exec", Name, program, .. words]);

    public void Dispose()
    {
        foreach (var id in Call("ip", "netns", "pids", Name).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            End(int.Parse(id, CultureInfo.InvariantCulture));
        }

        Call("ip", "netns", "del", Name);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static string Call(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {error.Result.Trim()}");
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }
}
