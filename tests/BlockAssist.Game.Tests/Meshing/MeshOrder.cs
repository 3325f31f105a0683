using BlockAssist.Game.Meshing;

namespace BlockAssist.Game.Tests.Meshing;

/// <summary>In which order the faces of a mesh must be, whichever mesher made it.</summary>
internal static class MeshOrder
{
    /// <summary>Complains unless faces that look one way lie together, where the mesh says that they are.</summary>
    public static void Demand(SectionMesh mesh)
    {
        foreach (var (pass, face) in Enum.GetValues<MeshPass>().SelectMany(pass => Enum.GetValues<Face>().Select(face => (pass, face))))
        {
            foreach (var vertex in mesh[pass][mesh.FacesOf(pass, face)])
            {
                Assert.Equal(face, MeshVertex.FaceOf(vertex));
            }
        }

        Assert.Equal(mesh[MeshPass.Solid].Length, mesh.FacesOf(MeshPass.Solid, Face.NegZ).End.Value);
    }
}
