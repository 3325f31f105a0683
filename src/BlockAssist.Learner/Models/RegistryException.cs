namespace BlockAssist.Learner.Models;

/// <summary>The registry cannot do what was asked, for a reason in one line that its user understands; nothing was changed.</summary>
public sealed class RegistryException : Exception
{
    /// <summary>An error without particulars.</summary>
    public RegistryException()
        : base("the model registry cannot do that")
    {
    }

    /// <summary>An error with a message.</summary>
    public RegistryException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public RegistryException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
