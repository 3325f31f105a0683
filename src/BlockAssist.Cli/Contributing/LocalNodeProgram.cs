using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>Where the program of a local chain is: anvil, as npm has it for this machine.</summary>
/// <param name="folder">Where npm puts it.</param>
internal sealed class LocalNodeProgram(ChainFolder folder)
{
    private const string Version = "1.7.1";
    private const string Advice = "Install Node.js with npm, or say where anvil is by --anvil FILE.";

    private static readonly string Package = $"@foundry-rs/anvil-{System}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}";

    private static string System => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private string File => Path.Combine(folder.Tools, "node_modules", Package, "bin", OperatingSystem.IsWindows() ? "anvil.exe" : "anvil");

    /// <summary>The program; installed first if need be.</summary>
    /// <exception cref="ForeseenException">There is no npm, or it cannot get it.</exception>
    public async Task<string> FindAsync(CommandContext context, CancellationToken cancellation)
    {
        if (!global::System.IO.File.Exists(File))
        {
            context.Log.Information("Gets a local chain from npm: {Package}@{Version}", Package, Version);
            Directory.CreateDirectory(folder.Tools);
            await InstallAsync(cancellation);
        }

        return File;
    }

    private async Task InstallAsync(CancellationToken cancellation)
    {
        string[] words = ["install", "--prefix", folder.Tools, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", $"{Package}@{Version}"];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            await output;
            if (process.ExitCode != 0 || !global::System.IO.File.Exists(File))
            {
                throw new ForeseenException($"npm cannot install {Package}: {(await error).Split('\n', 2)[0]}", Advice);
            }
        }
        catch (Win32Exception)
        {
            throw new ForeseenException("npm is not installed, and a local chain comes from there", Advice);
        }
    }
}
