using System.ComponentModel;
using System.Diagnostics;

[assembly: AssemblyFixture(typeof(BlockAssist.Chain.Tests.Solidity.NodeTools))]

namespace BlockAssist.Chain.Tests.Solidity;

/// <summary>What the contract's tests need of npm: installed once, by the first that asks, from the registry that npm is set to.</summary>
public sealed class NodeTools
{
    private readonly Lazy<Task<string?>> _lack = new(InstallAsync);

    /// <summary>Where the contract is.</summary>
    public static string Folder { get; } = Path.Combine(SharedData.CheckoutRoot(), "contracts");

    /// <summary>The node that tests run.</summary>
    public static string Anvil { get; } = Path.Combine(Folder, "node_modules", "@foundry-rs", "anvil-linux-amd64", "bin", "anvil");

    /// <summary>Skips the test where something is missing.</summary>
    public async Task DemandAsync()
    {
        var lack = await _lack.Value;
        Assert.SkipWhen(lack is not null, lack ?? "");
    }

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

    private static async Task<string?> InstallAsync()
    {
        try
        {
            var (code, told) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], CancellationToken.None);
            return code != 0 ? $"npm ci in contracts/ failed, so the contract is not tested: {told}"
                : !File.Exists(Anvil) ? "npm has no anvil for this machine, so the contract is not tested"
                : null;
        }
        catch (Win32Exception)
        {
            return "npm is not installed, so the contract is not tested";
        }
    }
}
