namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>Who acts where no person is signed in. The ids are stored in journals: they never change, and no person has them.</summary>
public static class SystemActors
{
    /// <summary>The import on the command line, run by whoever runs the product.</summary>
    public static readonly Guid Import = new("00000000-0000-7000-8000-000000000001");
}
