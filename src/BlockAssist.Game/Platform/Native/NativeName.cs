namespace BlockAssist.Game.Platform.Native;

/// <summary>A library of the system: what we call it, what its file is called on each system, and how to get it.</summary>
internal sealed record NativeName
{
    /// <summary>The name our imports use.</summary>
    public required string Logical { get; init; }

    /// <summary>Its files on Linux, the likeliest first.</summary>
    public required IReadOnlyList<string> Linux { get; init; }

    /// <summary>Its files on Windows.</summary>
    public required IReadOnlyList<string> Windows { get; init; }

    /// <summary>Its files on macOS.</summary>
    public required IReadOnlyList<string> Mac { get; init; }

    /// <summary>What the game does with it, to be said after "needed for".</summary>
    public required string Purpose { get; init; }

    /// <summary>The packages that bring it on Debian.</summary>
    public required string Debian { get; init; }

    /// <summary>What to do on Windows.</summary>
    public required string WindowsRemedy { get; init; }

    /// <summary>What to do on macOS.</summary>
    public required string MacRemedy { get; init; }

    /// <summary>Its files on this system.</summary>
    public IReadOnlyList<string> Files => OperatingSystem.IsWindows() ? Windows : OperatingSystem.IsMacOS() ? Mac : Linux;

    /// <summary>One line for whoever lacks it: what is missing, what it is for, and what mends it here.</summary>
    public string Missing => $"{Files[0]} is missing, needed for {Purpose}; {Remedy}";

    private string Remedy => OperatingSystem.IsWindows() ? WindowsRemedy : OperatingSystem.IsMacOS() ? MacRemedy : $"on Debian: apt-get install -y {Debian}";
}
