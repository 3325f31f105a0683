using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>What GLFW calls: each finds the window's <see cref="GlfwInput"/> by the window's pointer and tells it.</summary>
/// <remarks>An exception must not leave a callback, so none does more than that.</remarks>
internal static unsafe class GlfwCallbacks
{
    /// <summary>Makes GLFW tell of what happens at a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="input">Who is told; the caller frees the handle after the window is closed.</param>
    public static void Register(nint window, GCHandle input)
    {
        Glfw.SetWindowUserPointer(window, GCHandle.ToIntPtr(input));
        Glfw.SetKeyCallback(window, &OnKey);
        Glfw.SetCharCallback(window, &OnCharacter);
        Glfw.SetMouseButtonCallback(window, &OnMouseButton);
        Glfw.SetScrollCallback(window, &OnScroll);
        Glfw.SetCursorPosCallback(window, &OnCursor);
        Glfw.SetFramebufferSizeCallback(window, &OnResize);
        Glfw.SetWindowFocusCallback(window, &OnFocus);
        Glfw.SetWindowCloseCallback(window, &OnClose);
        Glfw.SetDropCallback(window, &OnDrop);
    }

    private static GlfwInput Of(nint window) => (GlfwInput)GCHandle.FromIntPtr(Glfw.GetWindowUserPointer(window)).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnKey(nint window, int key, int scanCode, int action, int modifiers) =>
        Of(window).Key(key, scanCode, action, (KeyModifiers)modifiers);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnCharacter(nint window, uint codePoint) => Of(window).Character(codePoint);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMouseButton(nint window, int button, int action, int modifiers) =>
        Of(window).MouseButton((MouseButton)button, action, (KeyModifiers)modifiers);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnScroll(nint window, double x, double y) => Of(window).Scroll(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnCursor(nint window, double x, double y) => Of(window).Cursor(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnResize(nint window, int width, int height) => Of(window).Resize(width, height);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnFocus(nint window, int focused) => Of(window).Focus(focused != GlfwValue.False);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnClose(nint window) => Of(window).Close();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDrop(nint window, int count, byte** paths)
    {
        var files = new string[count];
        for (var i = 0; i < count; i++)
        {
            files[i] = Marshal.PtrToStringUTF8((nint)paths[i]) ?? "";
        }

        Of(window).Drop(files);
    }
}
