using System.Linq.Expressions;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

/// <summary>Puts the sharing filter on every entity that stands on common ground: deny unless a grant says otherwise.</summary>
internal static class SharingFilters
{
    private static readonly int PrivacyQuestions = Grant.Bit(Purpose.PrivacyQuestion);

    public static void AddTo(ModelBuilder model, CommonGroundDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IOnCommonGround).IsAssignableFrom(e.ClrType)).ToList())
        {
            model.Entity(entity.ClrType).HasQueryFilter(CommonGroundDb.SharingFilter, For(entity.ClrType, db));
            if (typeof(IDraft).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).HasQueryFilter(CommonGroundDb.DraftFilter, Told(entity.ClrType, db));
        }

        // What was handed over is its receiver's, also when nothing more is shared with them.
        model.Entity<CopyContent>().HasQueryFilter(CommonGroundDb.SharingFilter,
            c => c.RecipientPersonId == db.ViewerPersonId || c.CitizenPersonId == db.ViewerPersonId);
        // That they were given a copy is its receiver's to know, also when nothing more is shared with them.
        model.Entity<HandedOverCopy>().HasQueryFilter(CommonGroundDb.SharingFilter,
            BesideGrants<HandedOverCopy>(db, c => c.RecipientPersonId == db.ViewerPersonId));

        // What was put to a privacy officer is theirs to read, for as long as they are that, and only to answer it.
        model.Entity<LookQuestion>().HasQueryFilter(CommonGroundDb.SharingFilter, BesideGrants<LookQuestion>(db, q =>
            (db.ViewerPurpose & PrivacyQuestions) != 0
            && db.PrivacyOfficers.Any(o => o.OrganisationId == q.OrganisationId && o.PersonId == db.ViewerPersonId
                && o.From <= db.ViewerNow && (o.Until == null || o.Until > db.ViewerNow))));
        // As are the reasons for what was opened in an emergency; whoever wrote one reads it, with a part in the case or without.
        model.Entity<EmergencyAccess>().HasQueryFilter(CommonGroundDb.SharingFilter, BesideGrants<EmergencyAccess>(db, e =>
            e.PersonId == db.ViewerPersonId
            || ((db.ViewerPurpose & PrivacyQuestions) != 0
                && db.PrivacyOfficers.Any(o => o.OrganisationId == e.OrganisationId && o.PersonId == db.ViewerPersonId
                    && o.From <= db.ViewerNow && (o.Until == null || o.Until > db.ViewerNow)))));
    }

    /// <summary>
    /// A protected identity is loaded for the person themselves and for whoever reads contact, whole, in a case of theirs; for others there is
    /// no such person: not in a list, not by a search, in no order.
    /// </summary>
    public static void HideProtected(ModelBuilder model, CommonGroundDb db) => model.Entity<Person>().HasQueryFilter(CommonGroundDb.IdentityFilter,
        p => !p.ProtectedIdentity || db.ShowsNobody || p.Id == db.ViewerPersonId
            || db.Grants.Any(g => g.PersonId == db.ViewerPersonId && (db.ViewerPartyId == null || g.PartyId == null || g.PartyId == db.ViewerPartyId)
                && g.Kind == InformationKind.Contact && g.ItemId == null && !g.OwnWordsOnly
                && g.From <= db.ViewerNow && (g.Until == null || g.Until > db.ViewerNow) && (g.Purposes & db.ViewerPurpose) != 0
                && db.Cases.Any(c => c.Id == g.CaseId && c.CitizenPersonId == p.Id)));

    private static LambdaExpression BesideGrants<T>(CommonGroundDb db, Expression<Func<T, bool>> theirs)
    {
        var byGrant = For(typeof(T), db);
        var row = byGrant.Parameters[0];
        return Expression.Lambda(Expression.OrElse(new OntoEntity(theirs.Parameters[0], row).Visit(theirs.Body), byGrant.Body), row);
    }

    /// <summary>Beside the grants: what is not told yet is read by its author and by whoever writes it down for them.</summary>
    private static LambdaExpression Told(Type entity, CommonGroundDb db)
    {
        Expression<Func<IDraft, bool>> told = item => !item.IsDraft || item.EnteredByPersonId == db.ViewerPersonId;
        var row = Expression.Parameter(entity, "item");
        var author = Expression.Equal(Expression.Property(row, nameof(IOnCommonGround.AuthorPersonId)),
            Expression.Convert(Expression.Property(Expression.Constant(db), nameof(CommonGroundDb.ViewerPersonId)), typeof(Guid?)));
        return Expression.Lambda(Expression.OrElse(new OntoEntity(told.Parameters[0], row).Visit(told.Body), author), row);
    }

    private static LambdaExpression For(Type entity, CommonGroundDb db)
    {
        // "Not null and equal" on purpose: EF takes two nulls for equal, and a unit's grant must not open a row without a unit.
        Expression<Func<IOnCommonGround, bool>> filter = item => db.Grants.Any(g =>
            g.PersonId == db.ViewerPersonId
            && (db.ViewerPartyId == null || g.PartyId == null || g.PartyId == db.ViewerPartyId)
            && g.Kind == item.Kind
            && ((g.CaseId != null && g.CaseId == item.CaseId)
                // The unit's intake is for whom it may still offer help: once there is a case, it opens what a part in the case opens too.
                || (g.UnitId != null && g.UnitId == item.UnitId && (item.CaseId == null || db.Grants.Any(part =>
                    part.CaseId == item.CaseId && part.PersonId == db.ViewerPersonId && part.PartyId != null && part.Kind == item.Kind
                    && part.ItemId == null && !part.OwnWordsOnly && part.From <= db.ViewerNow && (part.Until == null || part.Until > db.ViewerNow)))))
            && (g.ItemId == null || g.ItemId == item.Id)
            && (!g.OwnWordsOnly || (item.AuthorPersonId != null && item.AuthorPersonId == db.ViewerPersonId))
            && g.From <= db.ViewerNow
            && (g.Until == null || g.Until > db.ViewerNow)
            && (g.Purposes & db.ViewerPurpose) != 0);

        var item = Expression.Parameter(entity, "item");
        var body = new OntoEntity(filter.Parameters[0], item).Visit(filter.Body);
        if (typeof(IAboutPerson).IsAssignableFrom(entity))
            body = And(KeptFromTheirManager(db));
        if (entity == typeof(ReceivedField))
            body = And(NotOfProtected(db));
        return Expression.Lambda(body, item);

        Expression And(LambdaExpression more) => Expression.AndAlso(body, new OntoEntity(more.Parameters[0], item).Visit(more.Body));
    }

    /// <summary>Of what reached a unit, whoever manages the person opens nothing, whatever they are there: they may work where the person is treated.</summary>
    private static Expression<Func<IAboutPerson, bool>> KeptFromTheirManager(CommonGroundDb db) => item =>
        !db.KeptApart.Any(k => k.CitizenPersonId == item.PersonId && k.PersonId == db.ViewerPersonId);

    /// <summary>
    /// A unit's intake opens contact to all who work there: of someone whose identity is protected, what the case opens is left. Where they are
    /// treated tells where they are found: who issued the sick note is kept with it.
    /// </summary>
    private static Expression<Func<ReceivedField, bool>> NotOfProtected(CommonGroundDb db) => field =>
        (field.Kind != InformationKind.Contact && !field.FieldId.StartsWith("issuer.")) || field.PersonId == null || db.Persons.Any(p => p.Id == field.PersonId);

    /// <summary>Reads the entity's own properties instead of the interface's, which EF does not know.</summary>
    private sealed class OntoEntity(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != from)
                return base.VisitMember(node);

            return to.Type.GetProperty(node.Member.Name) is { } property
                ? Expression.Convert(Expression.Property(to, property), node.Type)
                : Expression.Constant(null, node.Type);
        }
    }
}
