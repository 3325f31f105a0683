using System.ComponentModel;
using System.Diagnostics;

namespace BlockAssist.Chain.Tests.Solidity;

/// <summary>What the contract's tests need of npm: installed once, from the registry that npm is set to.</summary>
public sealed class NodeTools : IAsyncLifetime
{
    /// <summary>What is missing; null if nothing is.</summary>
    public string? Lack { get; private set; }

    /// <summary>Where the contract is.</summary>
    public static string Folder { get; } = Path.Combine(SharedData.CheckoutRoot(), "contracts");

    public async ValueTask InitializeAsync()
    {
        try
        {
            var (code, told) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], CancellationToken.None);
            Lack = code == 0 ? null : $"npm ci in contracts/ failed, so the contract is not tested: {told}";
        }
        catch (Win32Exception)
        {
            Lack = "npm is not installed, so the contract is not tested";
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a program where the contract is.</summary>
    public static async Task<(int Code, string Told)> RunAsync(string program, IEnumerable<string> words, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await error);
    }
}
