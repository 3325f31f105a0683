using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>The functions of GLFW 3.3 that the game uses, as they are; www.glfw.org says what each does.</summary>
/// <remarks>
/// All but <see cref="GetProcAddress"/>, <see cref="GetError"/> and what concerns a context are for the main thread. Nothing here checks for errors:
/// <see cref="GlfwFailure"/> asks for the last one.
/// </remarks>
internal static unsafe partial class Glfw
{
    /// <summary>Starts the library; 0 if there is no display.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwInit")]
    public static partial int Init();

    /// <summary>Ends the library and closes all its windows.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwTerminate")]
    public static partial void Terminate();

    /// <summary>The version of the library that was found.</summary>

    /// <summary>Takes this thread's last error.</summary>
    /// <param name="description">A text in UTF-8 that the next error overwrites; null without one.</param>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetError")]
    public static partial GlfwError GetError(out byte* description);

    /// <summary>Forgets all hints.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwDefaultWindowHints")]
    public static partial void DefaultWindowHints();

    /// <summary>Says how the next window should be.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwWindowHint")]
    public static partial void WindowHint(GlfwHint hint, int value);

    /// <summary>Says how the next window should be, by a text.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwWindowHintString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void WindowHint(GlfwHint hint, string value);

    /// <summary>Makes a window with its context; 0 if that cannot be.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwCreateWindow", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateWindow(int width, int height, string title, nint monitor, nint share);

    /// <summary>Closes a window.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwDestroyWindow")]
    public static partial void DestroyWindow(nint window);

    /// <summary>Remembers a pointer with a window.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetWindowUserPointer")]
    public static partial void SetWindowUserPointer(nint window, nint pointer);

    /// <summary>The pointer remembered with a window.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetWindowUserPointer")]
    public static partial nint GetWindowUserPointer(nint window);

    /// <summary>Makes a window's context that of this thread.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwMakeContextCurrent")]
    public static partial void MakeContextCurrent(nint window);

    /// <summary>A function of this thread's OpenGL; 0 if there is none of that name.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    /// <summary>Shows what was drawn.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSwapBuffers")]
    public static partial void SwapBuffers(nint window);

    /// <summary>How many refreshes of the monitor a picture stays.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSwapInterval")]
    public static partial void SwapInterval(int interval);

    /// <summary>Calls the callbacks for what has happened.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwPollEvents")]
    public static partial void PollEvents();

    /// <summary>Waits until something happens, or for some seconds, then calls the callbacks.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwWaitEventsTimeout")]
    public static partial void WaitEventsTimeout(double seconds);

    /// <summary>Whether somebody wants the window closed.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwWindowShouldClose")]
    public static partial int WindowShouldClose(nint window);

    /// <summary>Says that the window is to be closed, or not.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetWindowShouldClose")]
    public static partial void SetWindowShouldClose(nint window, int value);

    /// <summary>The size of the inside, in screen coordinates.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetWindowSize")]
    public static partial void GetWindowSize(nint window, out int width, out int height);

    /// <summary>The place of the inside's top left corner, in screen coordinates.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetWindowPos")]
    public static partial void GetWindowPos(nint window, out int x, out int y);

    /// <summary>The size of the inside, in pixels.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetFramebufferSize")]
    public static partial void GetFramebufferSize(nint window, out int width, out int height);

    /// <summary>How much larger than on a plain monitor things should be drawn.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetWindowContentScale")]
    public static partial void GetWindowContentScale(nint window, out float x, out float y);

    /// <summary>Something about a window.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetWindowAttrib")]
    public static partial int GetWindowAttrib(nint window, GlfwHint attribute);

    /// <summary>Sets the title.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetWindowTitle", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetWindowTitle(nint window, string title);

    /// <summary>Asks for the input focus.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwFocusWindow")]
    public static partial void FocusWindow(nint window);

    /// <summary>Minimizes a window.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwIconifyWindow")]
    public static partial void IconifyWindow(nint window);

    /// <summary>Undoes <see cref="IconifyWindow"/>.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwRestoreWindow")]
    public static partial void RestoreWindow(nint window);

    /// <summary>The first monitor; 0 if there is none.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetPrimaryMonitor")]
    public static partial nint GetPrimaryMonitor();

    /// <summary>What a monitor shows now; null if that cannot be told.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetVideoMode")]
    public static partial GlfwVideoMode* GetVideoMode(nint monitor);

    /// <summary>Fills a monitor with the window; without a monitor (0), makes it a normal one again.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetWindowMonitor")]
    public static partial void SetWindowMonitor(nint window, nint monitor, int x, int y, int width, int height, int refreshRate);

    /// <summary>Sets how an input device is read.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetInputMode")]
    public static partial void SetInputMode(nint window, GlfwInputMode mode, int value);

    /// <summary>Whether the mouse can be read without acceleration.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwRawMouseMotionSupported")]
    public static partial int RawMouseMotionSupported();

    /// <summary>Where the cursor is, in screen coordinates from the inside's top left corner.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetCursorPos")]
    public static partial void GetCursorPos(nint window, out double x, out double y);

    /// <summary>What is printed on a key, in UTF-8; null if nothing is.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetKeyName")]
    public static partial byte* GetKeyName(int key, int scanCode);

    /// <summary>The text of the clipboard, in UTF-8; null if it holds none.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetClipboardString")]
    public static partial byte* GetClipboardString(nint window);

    /// <summary>Puts a text into the clipboard.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetClipboardString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetClipboardString(nint window, string text);

    /// <summary>Whether a joystick is there whose buttons GLFW knows by name.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwJoystickIsGamepad")]
    public static partial int JoystickIsGamepad(int joystick);

    /// <summary>A gamepad's name, in UTF-8; null if it is gone.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetGamepadName")]
    public static partial byte* GetGamepadName(int joystick);

    /// <summary>What a gamepad is at; 0 if it is gone.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwGetGamepadState")]
    public static partial int GetGamepadState(int joystick, out GlfwGamepadState state);

    /// <summary>Teaches GLFW the buttons of more gamepads, by lines of SDL's gamecontrollerdb; 0 if one is not understood.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwUpdateGamepadMappings", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UpdateGamepadMappings(string mappings);

    /// <summary>Sets who is told of keys.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetKeyCallback")]
    public static partial nint SetKeyCallback(nint window, delegate* unmanaged[Cdecl]<nint, int, int, int, int, void> callback);

    /// <summary>Sets who is told of characters.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetCharCallback")]
    public static partial nint SetCharCallback(nint window, delegate* unmanaged[Cdecl]<nint, uint, void> callback);

    /// <summary>Sets who is told of mouse buttons.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetMouseButtonCallback")]
    public static partial nint SetMouseButtonCallback(nint window, delegate* unmanaged[Cdecl]<nint, int, int, int, void> callback);

    /// <summary>Sets who is told of the wheel.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetScrollCallback")]
    public static partial nint SetScrollCallback(nint window, delegate* unmanaged[Cdecl]<nint, double, double, void> callback);

    /// <summary>Sets who is told of the cursor's way.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetCursorPosCallback")]
    public static partial nint SetCursorPosCallback(nint window, delegate* unmanaged[Cdecl]<nint, double, double, void> callback);

    /// <summary>Sets who is told of new sizes, in pixels.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetFramebufferSizeCallback")]
    public static partial nint SetFramebufferSizeCallback(nint window, delegate* unmanaged[Cdecl]<nint, int, int, void> callback);

    /// <summary>Sets who is told of the input focus.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetWindowFocusCallback")]
    public static partial nint SetWindowFocusCallback(nint window, delegate* unmanaged[Cdecl]<nint, int, void> callback);

    /// <summary>Sets who is told that the window should close.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetWindowCloseCallback")]
    public static partial nint SetWindowCloseCallback(nint window, delegate* unmanaged[Cdecl]<nint, void> callback);

    /// <summary>Sets who is told of dropped files.</summary>
    [LibraryImport(NativeNames.Glfw, EntryPoint = "glfwSetDropCallback")]
    public static partial nint SetDropCallback(nint window, delegate* unmanaged[Cdecl]<nint, int, byte**, void> callback);
}
