namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>Reads and writes one format. Stateless; one instance serves everybody.</summary>
internal interface IBlueprintCodec
{
    /// <summary>The format.</summary>
    BlueprintFormat Format { get; }

    /// <summary>Whether the content, not the file name, is of this format.</summary>
    bool Recognizes(BlueprintSource source);

    /// <summary>Reads the content.</summary>
    /// <exception cref="BlueprintFormatException">It is broken, or larger than the limits allow.</exception>
    BlueprintImport Read(BlueprintSource source);

    /// <summary>Writes a structure so that reading gives it back exactly.</summary>
    byte[] Write(Blueprint blueprint);
}
