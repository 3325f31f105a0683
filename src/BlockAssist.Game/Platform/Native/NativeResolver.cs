using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>Finds the system's file for a logical library name, for all imports of this assembly.</summary>
internal static class NativeResolver
{
    /// <summary>Makes the runtime ask here; it may be told so only once.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must be there before the first import of any type, and registers nothing but a function.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeResolver).Assembly, Resolve);

    /// <summary>Loads a library by the first of its files that there is, beside the program or in the system.</summary>
    /// <exception cref="PlatformException">There is none of them.</exception>
    public static nint Load(NativeName name)
    {
        foreach (var file in name.Files)
        {
            if (NativeLibrary.TryLoad(file, typeof(NativeResolver).Assembly, searchPath: null, out var handle))
            {
                return handle;
            }
        }

        throw new PlatformException(name.Missing);
    }

    // 0 leaves names that are not ours to the runtime.
    private static nint Resolve(string logical, Assembly assembly, DllImportSearchPath? searchPath) =>
        NativeNames.Find(logical) is { } name ? Load(name) : 0;
}
