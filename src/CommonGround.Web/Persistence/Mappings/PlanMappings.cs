using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class PlanMappings :
    IEntityTypeConfiguration<PlanVersion>, IEntityTypeConfiguration<PlanItem>, IEntityTypeConfiguration<Stance>,
    IEntityTypeConfiguration<StanceAsked>, IEntityTypeConfiguration<LineAsk>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(v => v.CaseId);
        builder.HasMany(v => v.Items).WithOne().HasForeignKey(i => i.PlanVersionId);
        builder.HasMany(v => v.Asked).WithOne().HasForeignKey(a => a.PlanVersionId);
        builder.HasMany(v => v.Stances).WithOne().HasForeignKey(s => s.PlanVersionId);
        // Two writers on one plan: only one of them makes version n.
        builder.HasIndex(v => new { v.CaseId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.DayOfAction);
        builder.HasOne<Party>().WithMany().HasForeignKey(i => i.OwnerPartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.CaseId, i.LineageId });
    }

    public void Configure(EntityTypeBuilder<Stance> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.HoldsBack);
        builder.HasIndex(s => s.CaseId);
    }

    public void Configure(EntityTypeBuilder<StanceAsked> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.CaseId, a.PartyId });
    }

    public void Configure(EntityTypeBuilder<LineAsk> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasIndex(a => new { a.AuthorPersonId, a.ClosedAt });
        // What is due is looked for over all cases.
        builder.HasIndex(a => a.From);
    }
}
