using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>A network interface whose packets this process reads and writes, wherever the interface is moved to.</summary>
internal sealed class TunDevice : IDisposable
{
    private const int LongestName = 15;
    private const nuint SetInterface = 0x400454CA;
    private const short TunWithoutHeader = 0x1001;
    private const int RequestBytes = 40;
    private const int FlagsAt = 16;

    private readonly SafeFileHandle _handle = File.OpenHandle("/dev/net/tun", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    public TunDevice(string name)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestName);
        var request = new byte[RequestBytes];
        Encoding.ASCII.GetBytes(name, request);
        BitConverter.TryWriteBytes(request.AsSpan(FlagsAt), TunWithoutHeader);
        if (ioctl(_handle, SetInterface, request) < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"the interface {name} could not be made");
        }
    }

    /// <summary>Waits for a packet; 0 once the interface is gone.</summary>
    public int Read(byte[] packet)
    {
        try
        {
            return (int)Math.Max(0, read(_handle, packet, (nuint)packet.Length));
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>Sends a packet; what the interface does not take is lost.</summary>
    public void Write(byte[] packet)
    {
        try
        {
            _ = write(_handle, packet, (nuint)packet.Length);
        }
        catch (ObjectDisposedException)
        {
            // The last packets come when nobody is there any more.
        }
    }

    public void Dispose() => _handle.Dispose();

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ioctl(SafeFileHandle file, nuint request, byte[] argument);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint read(SafeFileHandle file, [Out] byte[] buffer, nuint count);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint write(SafeFileHandle file, byte[] buffer, nuint count);
}
