using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>What the game asks of OpenGL.</summary>
internal static class GlRequirement
{
    private const int Major = 3;
    private const int Minor = 3;

    /// <summary>Checks that the context is new enough.</summary>
    /// <exception cref="PlatformException">It is older than 3.3.</exception>
    public static void Check(GL gl)
    {
        var (major, minor) = (gl.GetInteger(GetPName.MajorVersion), gl.GetInteger(GetPName.MinorVersion));
        if (!IsMetBy(major, minor))
        {
            throw new PlatformException(
                $"the graphics driver gives OpenGL {major}.{minor} ({gl.GetStringS(StringName.Renderer)}); the game needs {Major}.{Minor}: update the driver");
        }
    }

    /// <summary>Whether a version is new enough.</summary>
    internal static bool IsMetBy(int major, int minor) => (major, minor).CompareTo((Major, Minor)) >= 0;
}
