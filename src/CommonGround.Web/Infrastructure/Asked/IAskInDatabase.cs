namespace CommonGround.Web.Infrastructure.Asked;

/// <summary>
/// An area whose questions the database finds by itself: those of all such areas are one statement, so that a page's cost does not grow
/// with what can be asked.
/// </summary>
public interface IAskInDatabase
{
    /// <summary>As <see cref="IAsk.Of"/>, to be asked together with others.</summary>
    IQueryable<AskRow> Of(Guid personId, Guid? caseId, DateTime now);

    /// <summary>In words; nothing where the row is another area's, or is not asked after all.</summary>
    AskedOf? Word(AskRow row, DateTime now);
}
