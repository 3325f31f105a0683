using System.Runtime.InteropServices;

namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at .NET.</summary>
internal static class DotnetChecks
{
    // As global.json asks.
    private static readonly Version LeastSdk = new(10, 0, 400);

    /// <summary>The runtime this program runs on.</summary>
    public static Finding Runtime() => Finding.Ok("runtime", RuntimeInformation.FrameworkDescription);

    /// <summary>The folders of the SDKs that belong to this runtime.</summary>
    public static IEnumerable<string> InstalledSdks()
    {
        // .../dotnet/shared/Microsoft.NETCore.App/10.0.0/ beside .../dotnet/sdk/
        var folder = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)) : [];
    }

    /// <summary>The SDK that builds the program when its sources change.</summary>
    public static Finding Sdk(IEnumerable<string> installed)
    {
        var newest = installed.Select(name => Version.TryParse(name.Split('-')[0], out var version) ? version : new Version(0, 0)).Max();
        return newest >= LeastSdk
            ? Finding.Ok("sdk", newest.ToString())
            : Finding.Warning("sdk", newest?.ToString() ?? "none", $"install the .NET SDK {LeastSdk} or newer: https://dot.net/download (needed to build)");
    }
}
