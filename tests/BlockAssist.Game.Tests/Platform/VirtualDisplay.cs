using System.Runtime.InteropServices;

namespace BlockAssist.Game.Tests.Platform;

/// <summary>A screen in memory that is this process's display until it is disposed of.</summary>
/// <remarks>By the environment of the C library, which GLFW reads: .NET keeps a copy of its own.</remarks>
internal sealed partial class VirtualDisplay : IDisposable
{
    private readonly VirtualScreen _screen;

    private VirtualDisplay(VirtualScreen screen)
    {
        _screen = screen;
        _ = SetEnvironment(VirtualScreen.Variable, screen.Name, 1);
    }

    /// <summary>Starts one.</summary>
    public static VirtualDisplay Start() => new(VirtualScreen.Start(800, 600));

    /// <summary>Makes this process have no display.</summary>
    public static void Unset() => _ = UnsetEnvironment(VirtualScreen.Variable);

    /// <summary>Lets xdotool play the person.</summary>
    public void Do(params IEnumerable<string> words) => _screen.Do(words);

    /// <inheritdoc/>
    public void Dispose()
    {
        Unset();
        _screen.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnsetEnvironment(string name);
}
