using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>Checkpoints on disk, in the format of docs/formats/checkpoint.md.</summary>
public static class CheckpointFile
{
    private const string UsualAdvice = "Replace it by a sound copy.";

    /// <summary>Writes a checkpoint so that it is there whole or not at all; the same checkpoint gives the same bytes.</summary>
    /// <returns>The address of the file: the hash of its bytes.</returns>
    public static string Save(Checkpoint checkpoint, string path)
    {
        var writer = CheckpointEncoding.Encode(checkpoint);
        var address = "";
        AtomicFile.Write(path, stream =>
        {
            using var hashing = new HashingStream(stream);
            writer.Write(hashing);
            address = hashing.Hash();
        });
        return address;
    }

    /// <summary>The bytes that <see cref="Save"/> would write.</summary>
    public static byte[] ToBytes(Checkpoint checkpoint)
    {
        var stream = new MemoryStream();
        CheckpointEncoding.Encode(checkpoint).Write(stream);
        return stream.ToArray();
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="address">The hash of the file's bytes, if it is known from elsewhere.</param>
    /// <param name="advice">What helps if the file is damaged.</param>
    /// <exception cref="ArtifactFormatException">The file is damaged, another one, or no checkpoint; the message names the hash of its bytes.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static Checkpoint Load(string path, string? address = null, string advice = UsualAdvice) =>
        FromBytes(SafetensorsFile.ReadBytes(path, SafetensorsLimits.Default), path, address, advice);

    /// <summary>Reads a checkpoint that is in memory already.</summary>
    /// <param name="bytes">All of the file; not to be changed afterwards.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="address">The hash of the bytes, if it is known from elsewhere.</param>
    /// <param name="advice">What helps if they are damaged.</param>
    /// <exception cref="ArtifactFormatException">The bytes are damaged, others, or no checkpoint; the message names their hash.</exception>
    /// <exception cref="NewerVersionException">They are of a newer version.</exception>
    public static Checkpoint FromBytes(byte[] bytes, string name, string? address = null, string advice = UsualAdvice)
    {
        if (address is not null && ContentHash.Of(bytes) is var actual && actual != address)
        {
            throw new ArtifactFormatException(name, "file", $"bytes with the hash {actual}", address) { Advice = advice };
        }

        try
        {
            var file = SafetensorsFile.Parse(bytes, name);
            file.CheckHash();
            return new CheckpointDecoder(file, name).Decode();
        }
        catch (ArtifactFormatException error)
        {
            throw new ArtifactFormatException($"{error.Message}; the hash of all its bytes is {ContentHash.Of(bytes)}", error) { Advice = advice };
        }
    }
}
